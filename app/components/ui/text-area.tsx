import { type ComponentPropsWithoutRef, type ReactNode, useState } from "react";
import { characterCountText } from "~/app/components/ui/character-count-text";
import { classNames } from "~/app/components/ui/class-names";
import { FieldFrame, type LabelSize } from "~/app/components/ui/field-frame";
import { type FieldProps, useField } from "~/app/components/ui/use-field";

interface TextAreaProps
  extends FieldProps,
    Omit<ComponentPropsWithoutRef<"textarea">, "name" | "id" | "maxLength" | "value" | "defaultValue"> {
  label: ReactNode;
  labelSize?: LabelSize;
  defaultValue?: string | undefined;
  /** Counted aloud, never cut off: a pasted text is shortened by its writer. */
  maxLength?: number;
}

export function TextArea(props: TextAreaProps) {
  const { label, labelSize, hint, error, name, id, maxLength, defaultValue, className, onInput, ...area } =
    props;
  const field = useField({ name, id, hint, error });
  const [typed, setTyped] = useState<number | null>(null);
  const countId = `${field.id}-count`;
  const describedBy = [field.describedBy, maxLength ? countId : undefined].filter(Boolean).join(" ");
  const excess = maxLength !== undefined && typed !== null && typed > maxLength;

  return (
    <FieldFrame field={field} label={label} labelSize={labelSize} hint={hint}>
      <textarea
        rows={5}
        {...area}
        id={field.id}
        name={name}
        defaultValue={field.typed?.[0] ?? defaultValue}
        className={classNames(
          "govuk-textarea",
          (field.error || excess) && "govuk-textarea--error",
          className,
        )}
        aria-describedby={describedBy || undefined}
        aria-invalid={field.error ? true : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value.length);
          onInput?.(event);
        }}
      />
      {maxLength === undefined ? null : (
        <div
          id={countId}
          className={excess ? "govuk-error-message" : "govuk-hint govuk-character-count__message"}
          aria-live="polite"
        >
          {characterCountText(maxLength, typed)}
        </div>
      )}
    </FieldFrame>
  );
}
