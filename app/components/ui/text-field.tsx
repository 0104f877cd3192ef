import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";
import { FieldFrame, type LabelSize } from "~/app/components/ui/field-frame";
import { type FieldProps, useField } from "~/app/components/ui/use-field";

export type FieldWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export interface TextFieldProps
  extends FieldProps,
    Omit<ComponentPropsWithoutRef<"input">, "name" | "id" | "width"> {
  label: ReactNode;
  labelSize?: LabelSize;
  /** How many characters the box should look made for. */
  width?: FieldWidth;
}

export function TextField({
  label,
  labelSize,
  hint,
  error,
  name,
  id,
  width,
  className,
  defaultValue,
  ...input
}: TextFieldProps) {
  const field = useField({ name, id, hint, error });
  const start = input.value === undefined ? { defaultValue: field.typed?.[0] ?? defaultValue } : {};
  return (
    <FieldFrame field={field} label={label} labelSize={labelSize} hint={hint}>
      <input
        type="text"
        {...input}
        {...start}
        id={field.id}
        name={name}
        className={classNames(
          "govuk-input",
          width && `govuk-input--width-${width}`,
          field.error && "govuk-input--error",
          className,
        )}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      />
    </FieldFrame>
  );
}
