import { Checkboxes } from "~/app/components/ui/checkboxes";
import { classNames } from "~/app/components/ui/class-names";
import { mediaTimeText } from "~/app/components/ui/media-time-text";
import { Radios } from "~/app/components/ui/radios";
import { TextField } from "~/app/components/ui/text-field";
import { type AnswerValue, choicesOf } from "~/domain/observations/answer";
import type { Question } from "~/domain/observations/instrument/instrument";
import { WordsField } from "./words-field";

interface ChoiceQuestionProps {
  question: Question;
  answer: AnswerValue | undefined;
  /** What is chosen on the page at this moment. */
  chosen: readonly string[];
  /** What counts while nobody has answered, in words. */
  preset: string | undefined;
  forced: readonly string[];
  offered: readonly string[];
  error: string | undefined;
}

// Options of a few words stand side by side even on a phone; sentences below one another.
const SHORT = 34;

/** A question with options, and the time or the words that may stand beside them. */
export function ChoiceQuestion(props: ChoiceQuestionProps) {
  const { answer, chosen, error, forced, offered, preset, question } = props;
  const { id, label, note, options, time, type } = question;
  const start = choicesOf(answer);
  const given = typeof answer === "object" && "choice" in answer ? answer : undefined;
  const hint = [question.hint, preset && `Counts as “${preset}” unless you choose another answer.`]
    .filter(Boolean)
    .join(" ");
  const choices = options.map(({ label: text, value }) => ({
    value,
    label: text,
    disabled: forced.includes(value),
    hint: hintOf(value, forced, offered),
  }));
  const group = { name: id, legend: label, hint: hint || undefined, error, choices };
  return (
    <>
      <div
        className={classNames(
          "app-options",
          options.every((option) => option.label.length <= SHORT) && "app-options--short",
        )}
      >
        {type === "any" ? (
          <Checkboxes {...group} defaultValues={[...start, ...forced]} />
        ) : (
          <Radios {...group} defaultValue={start[0]} />
        )}
      </div>
      {time ? (
        <div className="app-question__more">
          <TextField
            name={`${id}.time`}
            label="When (optional)"
            hint="Minutes and seconds, like 1:05"
            width={5}
            autoComplete="off"
            defaultValue={given?.atMs === undefined ? "" : mediaTimeText(given.atMs)}
          />
        </div>
      ) : null}
      {note ? (
        <div
          className="app-question__more"
          hidden={note.askedFor !== undefined && !note.askedFor.some((value) => chosen.includes(value))}
        >
          <WordsField
            name={`${id}.note`}
            label="A few words (optional)"
            maxLength={note.max}
            defaultValue={given?.note}
            rows={2}
          />
        </div>
      ) : null}
    </>
  );
}

function hintOf(value: string, forced: readonly string[], offered: readonly string[]): string | undefined {
  if (forced.includes(value)) return "Raised because of an answer you gave about the clip.";
  return offered.includes(value)
    ? "You may want to raise this: see your answer about stereotyping."
    : undefined;
}
