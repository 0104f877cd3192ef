import type { ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";
import type { Field } from "~/app/components/ui/use-field";

export type LabelSize = "s" | "m" | "l";

interface FieldFrameProps {
  field: Field;
  label: ReactNode;
  labelSize?: LabelSize | undefined;
  hint?: ReactNode;
  children: ReactNode;
}

/** Label, hint and message around one control. */
export function FieldFrame({ field, label, labelSize, hint, children }: FieldFrameProps) {
  return (
    <div className={classNames("govuk-form-group", field.error && "govuk-form-group--error")}>
      <label
        className={classNames("govuk-label", labelSize && `govuk-label--${labelSize}`)}
        htmlFor={field.id}
      >
        {label}
      </label>
      {hint ? (
        <div id={field.hintId} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      <FieldError id={field.errorId} error={field.error} />
      {children}
    </div>
  );
}

/** The message beside a field; screen readers hear that it is an error. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {error}
    </p>
  );
}
