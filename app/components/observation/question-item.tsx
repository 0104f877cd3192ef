import { classNames } from "~/app/components/ui/class-names";
import type { AnswerValue } from "~/domain/observations/answer";
import type { Question } from "~/domain/observations/instrument/instrument";
import type { Questionnaire } from "~/domain/observations/questionnaire";
import { ChoiceQuestion } from "./choice-question";
import { CodePicks } from "./code-picks";
import { MomentQuestion } from "./moment-question";
import { WordsField } from "./words-field";

interface QuestionItemProps {
  question: Question;
  questionnaire: Questionnaire;
  isVisible: boolean;
  /** What counts for it now, whether given or filled in by the instrument. */
  counted: AnswerValue | undefined;
  /** What is chosen on the page at this moment. */
  chosen: readonly string[];
  isAnswered: boolean;
  /** What was wrong when it was saved last. */
  fault: string | undefined;
  /** Whether it was changed since the page came back with errors; its error is then out of date. */
  isTouched: boolean;
}

/** One question with its place in the form; one that is not asked now keeps what was answered and is not sent. */
export function QuestionItem(props: QuestionItemProps) {
  const { chosen, counted, fault, isAnswered, isTouched, isVisible, question, questionnaire } = props;
  return (
    <fieldset
      className={classNames("app-question", `app-question--${question.type}`)}
      data-question={question.id}
      disabled={!isVisible}
      hidden={!isVisible}
    >
      <input type="hidden" name="asked" value={question.id} />
      <Answer
        question={question}
        questionnaire={questionnaire}
        chosen={chosen}
        // An empty error takes the place of the form's own.
        error={isTouched ? "" : undefined}
        preset={!isAnswered && typeof counted === "string" ? counted : undefined}
      />
      <div aria-live="polite">
        {fault === undefined ? null : <p className="govuk-error-message">Not saved. {fault}.</p>}
      </div>
    </fieldset>
  );
}

interface AnswerProps {
  question: Question;
  questionnaire: Questionnaire;
  chosen: readonly string[];
  error: string | undefined;
  preset: string | undefined;
}

function Answer({ chosen, error, preset, question, questionnaire }: AnswerProps) {
  const { answers, codeGroups, forced, instrument, moments, offered } = questionnaire;
  const { hint, id, label, optional, text, type } = question;
  const answer = answers[id];
  if (type === "event") {
    return (
      <MomentQuestion
        question={question}
        answer={answer}
        chosen={chosen}
        error={error}
        moments={moments}
        palette={instrument.palette}
      />
    );
  }
  if (type === "text") {
    const given = typeof answer === "object" && "text" in answer ? answer.text : undefined;
    return (
      <WordsField
        name={id}
        label={label}
        hint={hint}
        error={error}
        maxLength={text?.max ?? 400}
        defaultValue={given}
      />
    );
  }
  if (question.picksFromCodes)
    return <CodePicks question={question} answer={answer} groups={codeGroups} error={error} />;
  const presetLabel = question.options.find(({ value }) => value === preset)?.label;
  const named = optional === true ? { ...question, label: `${label} (optional)` } : question;
  return (
    <ChoiceQuestion
      question={named}
      answer={answer}
      chosen={chosen}
      error={error}
      preset={presetLabel}
      forced={forced.filter((value) => question.options.some((option) => option.value === value))}
      offered={offered}
    />
  );
}
