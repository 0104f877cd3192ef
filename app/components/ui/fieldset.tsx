import type { ReactNode } from "react";
import { classNames } from "~/app/components/ui/class-names";
import { FieldError, type LabelSize } from "~/app/components/ui/field-frame";
import { type Field, type FieldProps, useField } from "~/app/components/ui/use-field";

interface FieldsetProps {
  legend: ReactNode;
  legendSize?: LabelSize | undefined;
  describedBy?: string | undefined;
  children: ReactNode;
}

/** Questions that belong together, under one legend. */
export function Fieldset({ legend, legendSize = "m", describedBy, children }: FieldsetProps) {
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
      <legend className={classNames("govuk-fieldset__legend", `govuk-fieldset__legend--${legendSize}`)}>
        {legend}
      </legend>
      {children}
    </fieldset>
  );
}

export interface ChoiceGroupProps extends FieldProps {
  legend: ReactNode;
  legendSize?: LabelSize | undefined;
}

interface ChoiceFieldsetProps extends ChoiceGroupProps {
  children: (field: Field) => ReactNode;
}

/** One question answered by several controls: its message and hint describe the whole group. */
export function ChoiceFieldset({ legend, legendSize = "s", hint, children, ...props }: ChoiceFieldsetProps) {
  const field = useField({ ...props, hint });
  return (
    <div className={classNames("govuk-form-group", field.error && "govuk-form-group--error")}>
      <Fieldset legend={legend} legendSize={legendSize} describedBy={field.describedBy}>
        {hint ? (
          <div id={field.hintId} className="govuk-hint">
            {hint}
          </div>
        ) : null}
        <FieldError id={field.errorId} error={field.error} />
        {children(field)}
      </Fieldset>
    </div>
  );
}
