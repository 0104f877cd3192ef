import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";
import { FieldFrame } from "~/app/components/ui/field-frame";
import { type FieldProps, useField } from "~/app/components/ui/use-field";

interface FileFieldProps extends FieldProps, Omit<ComponentPropsWithoutRef<"input">, "name" | "id" | "type"> {
  label: ReactNode;
}

export function FileField({ label, hint, error, name, id, className, ...input }: FileFieldProps) {
  const field = useField({ name, id, hint, error });
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <input
        {...input}
        type="file"
        id={field.id}
        name={name}
        className={classNames("app-file", field.error && "app-file--error", className)}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
    </FieldFrame>
  );
}
