import type { ReactNode } from "react";
import { Form } from "~/app/components/ui/form";
import type { FormErrors } from "~/app/components/ui/form-errors";
import { choicesOf } from "~/domain/observations/answer";
import { progressOf, type Questionnaire } from "~/domain/observations/questionnaire";
import { AnswerProgress } from "./answer-progress";
import { QuestionItem } from "./question-item";
import { useAnswers } from "./use-answers";

interface QuestionFormProps {
  questionnaire: Questionnaire;
  errors: FormErrors | undefined;
  /** Where each change is saved. */
  saveUrl: string;
  /** The page's title and what stands before the questions. */
  heading: ReactNode;
  /** The buttons. */
  children: ReactNode;
}

/** The questions of a page, section by section. Without scripts it is one form with a button; with them each change is saved. */
export function QuestionForm({ children, errors, heading, questionnaire, saveUrl }: QuestionFormProps) {
  const { answers, faults, onChange, saveState, touched } = useAnswers(questionnaire, saveUrl, errors);
  const { answered, counted, needed, visible } = progressOf(questionnaire, answers);
  const { questions, sections } = questionnaire.instrument;
  return (
    <Form errors={errors} onChange={onChange} className="app-questions">
      {heading}
      <AnswerProgress
        answered={answered}
        needed={needed}
        saveState={saveState}
        faultCount={Object.keys(faults).length}
      />
      {sections.map((section) => {
        const own = questions.filter((question) => question.section === section.id);
        return (
          <section
            key={section.id}
            className="app-question-section"
            aria-labelledby={`section-${section.id}`}
            hidden={!own.some((question) => visible.includes(question))}
          >
            <h2 id={`section-${section.id}`} className="govuk-heading-m">
              {section.title}
            </h2>
            {own.map((question) => (
              <QuestionItem
                key={question.id}
                question={question}
                questionnaire={questionnaire}
                isVisible={visible.includes(question)}
                counted={counted[question.id]}
                chosen={choicesOf(answers[question.id])}
                isAnswered={answers[question.id] !== undefined}
                fault={faults[question.id]}
                isTouched={touched.has(question.id)}
              />
            ))}
          </section>
        );
      })}
      {children}
    </Form>
  );
}
