import { type Choice, choiceId } from "~/app/components/ui/choice";
import { classNames } from "~/app/components/ui/class-names";
import { ChoiceFieldset, type ChoiceGroupProps } from "~/app/components/ui/fieldset";

interface RadiosProps extends ChoiceGroupProps {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  /** Given together with `onValueChange` when the page holds the answer itself. */
  value?: string | undefined;
  onValueChange?: (value: string) => void;
  small?: boolean;
  inline?: boolean;
}

export function Radios(props: RadiosProps) {
  const { choices, defaultValue, value, onValueChange, small, inline, ...group } = props;
  const held = value === undefined ? {} : { value };
  return (
    <ChoiceFieldset {...group}>
      {(field) => (
        <div
          className={classNames(
            "govuk-radios",
            small && "govuk-radios--small",
            inline && "govuk-radios--inline",
          )}
        >
          {choices.map((choice, position) => {
            const id = choiceId(field.id, position);
            const hintId = choice.hint ? `${id}-item-hint` : undefined;
            const checked =
              "value" in held
                ? { checked: held.value === choice.value }
                : { defaultChecked: (field.typed?.[0] ?? defaultValue) === choice.value };
            return (
              <div key={choice.value} className="govuk-radios__item">
                <input
                  type="radio"
                  className="govuk-radios__input"
                  id={id}
                  name={group.name}
                  value={choice.value}
                  disabled={choice.disabled}
                  aria-describedby={hintId}
                  onChange={onValueChange ? () => onValueChange(choice.value) : undefined}
                  {...checked}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={id}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div id={hintId} className="govuk-hint govuk-radios__hint">
                    {choice.hint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      )}
    </ChoiceFieldset>
  );
}
