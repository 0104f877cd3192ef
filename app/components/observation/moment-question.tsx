import { mediaTimeText } from "~/app/components/ui/media-time-text";
import { Radios } from "~/app/components/ui/radios";
import { SelectField } from "~/app/components/ui/select-field";
import { TextField } from "~/app/components/ui/text-field";
import type { AnswerValue } from "~/domain/observations/answer";
import type { PaletteButton, Question } from "~/domain/observations/instrument/instrument";
import type { MarkedMoment } from "~/domain/observations/questionnaire";

interface MomentQuestionProps {
  question: Question;
  answer: AnswerValue | undefined;
  /** What is chosen on the page at this moment. */
  chosen: readonly string[];
  moments: readonly MarkedMoment[];
  palette: readonly PaletteButton[];
  error: string | undefined;
}

/** A question answered by a moment of the clip: one of the observer's own marks, or a time and what happened then. */
export function MomentQuestion({ answer, chosen, error, moments, palette, question }: MomentQuestionProps) {
  const { hint, id, label, options } = question;
  const start = startOf(answer, moments);
  return (
    <>
      <div className="app-options">
        <Radios
          name={id}
          legend={label}
          hint={hint}
          error={error}
          defaultValue={start.chosen}
          choices={[
            ...moments.map((moment) => ({
              value: momentValue(moment),
              label: `${mediaTimeText(moment.atMs)} ${moment.label}`,
            })),
            ...options.map((option) => ({ value: option.value, label: option.label })),
            { value: "other", label: moments.length === 0 ? "A moment of the clip" : "Another moment" },
          ]}
        />
      </div>
      <div className="app-question__more" hidden={!chosen.includes("other") && start.chosen !== "other"}>
        <TextField
          name={`${id}.time`}
          label="Time in the clip"
          hint="Minutes and seconds, like 1:05"
          width={5}
          inputMode="text"
          autoComplete="off"
          defaultValue={start.time}
        />
        <SelectField
          name={`${id}.code`}
          label="What happened"
          placeholder="Choose"
          defaultValue={start.code}
          options={palette.map((button) => ({ value: button.id, text: button.label }))}
        />
      </div>
    </>
  );
}

function momentValue({ atMs, code }: { readonly atMs: number; readonly code: string }): string {
  return `at:${atMs}:${code}`;
}

function startOf(answer: AnswerValue | undefined, moments: readonly MarkedMoment[]) {
  if (typeof answer === "string") return { chosen: answer, code: "", time: "" };
  if (answer === undefined || !("code" in answer)) return { chosen: undefined, code: "", time: "" };
  const isMark = moments.some(({ atMs, code }) => atMs === answer.atMs && code === answer.code);
  if (isMark) return { chosen: momentValue(answer), code: "", time: "" };
  return { chosen: "other", code: answer.code, time: mediaTimeText(answer.atMs) };
}
