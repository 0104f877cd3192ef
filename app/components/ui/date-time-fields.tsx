import type { ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";
import { FieldError, type LabelSize } from "~/app/components/ui/field-frame";
import { Fieldset } from "~/app/components/ui/fieldset";
import { type FieldProps, useField } from "~/app/components/ui/use-field";

export interface DateTimePart extends FieldProps {
  label?: string;
  /** `yyyy-mm-dd` for the date, `hh:mm` for a time: what the input sends, in London time. */
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

interface DateTimeFieldsProps {
  legend: ReactNode;
  legendSize?: LabelSize;
  hint?: ReactNode;
  date: DateTimePart;
  from?: DateTimePart;
  to?: DateTimePart;
}

/** A day, and when asked for a start and an end on it, by the native pickers that phones do best. */
export function DateTimeFields({ legend, legendSize = "s", hint, date, from, to }: DateTimeFieldsProps) {
  const dateField = useField(date);
  const fromField = useField(from ?? { name: `${date.name}-from` });
  const toField = useField(to ?? { name: `${date.name}-to` });
  const shown = [
    { kind: "date", part: date, field: dateField, label: date.label ?? "Date" },
    { kind: "time", part: from, field: fromField, label: from?.label ?? (to ? "Starts" : "Time") },
    { kind: "time", part: to, field: toField, label: to?.label ?? "Ends" },
  ].flatMap(({ part, ...rest }) => (part ? [{ ...rest, part }] : []));
  const hintId = `${dateField.id}-hint`;
  const wrong = shown.some(({ field }) => field.error);

  return (
    <div className={classNames("govuk-form-group", wrong && "govuk-form-group--error")}>
      <Fieldset legend={legend} legendSize={legendSize} describedBy={hint ? hintId : undefined}>
        {hint ? (
          <div id={hintId} className="govuk-hint">
            {hint}
          </div>
        ) : null}
        {shown.map(({ field }) => (
          <FieldError key={field.id} id={field.errorId} error={field.error} />
        ))}
        <div className="app-date-time">
          {shown.map(({ kind, part, field, label }) => (
            <div key={field.id} className={`app-date-time__part app-date-time__part--${kind}`}>
              <label className="govuk-label" htmlFor={field.id}>
                {label}
              </label>
              <input
                type={kind}
                id={field.id}
                name={part.name}
                defaultValue={field.typed?.[0] ?? part.defaultValue}
                min={part.min}
                max={part.max}
                className={classNames("govuk-input", field.error && "govuk-input--error")}
                aria-describedby={field.error ? field.errorId : undefined}
                aria-invalid={field.error ? true : undefined}
              />
            </div>
          ))}
        </div>
      </Fieldset>
    </div>
  );
}
