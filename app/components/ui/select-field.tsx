import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";
import { FieldFrame, type LabelSize } from "~/app/components/ui/field-frame";
import { type FieldProps, useField } from "~/app/components/ui/use-field";

export interface SelectOption {
  value: string;
  text: string;
}

interface SelectFieldProps
  extends FieldProps,
    Omit<ComponentPropsWithoutRef<"select">, "name" | "id" | "children" | "multiple"> {
  label: ReactNode;
  labelSize?: LabelSize;
  options: readonly SelectOption[];
  /** Text of a first option without a value, for a choice nobody has made yet. */
  placeholder?: string;
}

export function SelectField(props: SelectFieldProps) {
  const { label, labelSize, hint, error, name, id, options, placeholder, className, ...select } = props;
  const field = useField({ name, id, hint, error });
  const start = select.value === undefined ? { defaultValue: field.typed?.[0] ?? select.defaultValue } : {};
  return (
    <FieldFrame field={field} label={label} labelSize={labelSize} hint={hint}>
      <select
        {...select}
        {...start}
        id={field.id}
        name={name}
        className={classNames("govuk-select", field.error && "govuk-select--error", className)}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
      >
        {placeholder ? <option value="">{placeholder}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
