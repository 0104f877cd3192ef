import { FieldFrame } from "~/app/components/ui/field-frame";
import { Fieldset } from "~/app/components/ui/fieldset";
import { type Field, useField } from "~/app/components/ui/use-field";
import type { AnswerValue } from "~/domain/observations/answer";
import type { Question } from "~/domain/observations/instrument/instrument";
import type { CodeGroup } from "~/domain/observations/questionnaire";
import { WordsField } from "./words-field";

interface CodePicksProps {
  question: Question;
  answer: AnswerValue | undefined;
  groups: readonly CodeGroup[];
  error: string | undefined;
}

const ORDINALS = ["First", "Second", "Third"];

/** Up to three things from the list of what can happen, and a few words. */
export function CodePicks({ answer, error, groups, question }: CodePicksProps) {
  const { hint, id, label, note, picksFromCodes } = question;
  const name = `${id}.pick`;
  const field = useField({ name: id, hint, error });
  const pickField = useField({ name });
  const given = typeof answer === "object" && "picks" in answer ? answer : { picks: [] };
  const picks = pickField.typed ?? given.picks;
  return (
    <Fieldset legend={label} legendSize="s" describedBy={field.describedBy}>
      <p className="govuk-hint">Choose up to {picksFromCodes?.max ?? 0}, or leave this empty.</p>
      {field.error ? (
        <p id={field.errorId} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {field.error}
        </p>
      ) : null}
      <div className="app-picks">
        {Array.from({ length: picksFromCodes?.max ?? 0 }, (_each, position) => {
          const pickId = position === 0 ? id : `${id}-${position + 1}`;
          const frame: Field = { ...field, id: pickId, error: undefined, describedBy: undefined };
          return (
            <FieldFrame key={pickId} field={frame} label={ORDINALS[position] ?? `Number ${position + 1}`}>
              <select id={pickId} name={name} className="govuk-select" defaultValue={picks[position] ?? ""}>
                <option value="">Nothing chosen</option>
                {groups.map((group) => (
                  <optgroup key={group.label} label={group.label}>
                    {group.codes.map((code) => (
                      <option key={code.id} value={code.id}>
                        {code.label}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </FieldFrame>
          );
        })}
      </div>
      {note ? (
        <WordsField
          name={`${id}.note`}
          label="In your own words (optional)"
          maxLength={note.max}
          defaultValue={given.note}
        />
      ) : null}
    </Fieldset>
  );
}
