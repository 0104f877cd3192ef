import { type Choice, choiceId } from "~/app/components/ui/choice";
import { classNames } from "~/app/components/ui/class-names";
import { ChoiceFieldset, type ChoiceGroupProps } from "~/app/components/ui/fieldset";

interface CheckboxesProps extends ChoiceGroupProps {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  onValueChange?: (value: string, checked: boolean) => void;
  small?: boolean;
}

export function Checkboxes(props: CheckboxesProps) {
  const { choices, defaultValues = [], onValueChange, small, ...group } = props;
  return (
    <ChoiceFieldset {...group}>
      {(field) => (
        <div className={classNames("govuk-checkboxes", small && "govuk-checkboxes--small")}>
          {choices.map((choice, position) => {
            const id = choiceId(field.id, position);
            const hintId = choice.hint ? `${id}-item-hint` : undefined;
            return (
              <div key={choice.value} className="govuk-checkboxes__item">
                <input
                  type="checkbox"
                  className="govuk-checkboxes__input"
                  id={id}
                  name={group.name}
                  value={choice.value}
                  disabled={choice.disabled}
                  defaultChecked={(field.typed ?? defaultValues).includes(choice.value)}
                  aria-describedby={hintId}
                  onChange={
                    onValueChange ? (event) => onValueChange(choice.value, event.target.checked) : undefined
                  }
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div id={hintId} className="govuk-hint govuk-checkboxes__hint">
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
