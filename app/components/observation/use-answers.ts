import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FormErrors } from "~/app/components/ui/form-errors";
import type { Answers } from "~/domain/observations/answer";
import type { Questionnaire } from "~/domain/observations/questionnaire";
import { type Autosave, createAutosave, type SaveState } from "./autosave";
import { fieldsOfQuestion, outlineOfAnswer, untickOthers } from "./form-answers";
import { waitOrOnline } from "./patience";
import { sendForm } from "./send-form";
import { useLeaveWarning } from "./use-leave-warning";

interface LiveAnswers {
  /** What is on the page now, as far as routing and progress look at it. */
  readonly answers: Answers;
  readonly saveState: SaveState;
  /** Faults of what was saved last, by question. */
  readonly faults: Readonly<Record<string, string>>;
  /** Questions changed since the page came back with errors. */
  readonly touched: ReadonlySet<string>;
  /** For the form: hears of every change inside it. */
  readonly onChange: (event: FormEvent<HTMLFormElement>) => void;
}

/** Follows the answers of a page as they change and saves each at `url`. */
export function useAnswers(
  questionnaire: Questionnaire,
  url: string,
  errors: FormErrors | undefined,
): LiveAnswers {
  const [answers, setAnswers] = useState<Answers>(questionnaire.answers);
  const [saveState, setSaveState] = useState<SaveState>({ kind: "idle" });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const autosave = useRef<Autosave | null>(null);

  useEffect(() => {
    const current = createAutosave({
      send: async (sent) => {
        const reply = await sendForm(url, [...sent.values()].flat());
        const found = reply.kind === "done" ? faultsIn(reply.body) : {};
        setFaults((before) => ({
          ...Object.fromEntries(Object.entries(before).filter(([id]) => !sent.has(id))),
          ...found,
        }));
        return reply;
      },
      wait: waitOrOnline,
      onState: setSaveState,
    });
    autosave.current = current;
    return () => current.leave();
  }, [url]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer from the server begins anew.
  useEffect(() => setTouched(new Set()), [errors]);
  useLeaveWarning(saveState.kind === "saving" || saveState.kind === "retrying");

  function onChange(event: FormEvent<HTMLFormElement>): void {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const id = target.closest<HTMLElement>("[data-question]")?.dataset.question;
    const question = questionnaire.instrument.questions.find((each) => each.id === id);
    if (!question) return;
    if (target instanceof HTMLInputElement) untickOthers(target, question);
    const form = new FormData(event.currentTarget);
    setAnswers((before) => withAnswer(before, question.id, outlineOfAnswer(form, question)));
    setTouched((before) => new Set(before).add(question.id));
    autosave.current?.touch(question.id, fieldsOfQuestion(form, question.id));
  }

  return { answers, saveState, faults, touched, onChange };
}

function withAnswer(before: Answers, id: string, answer: Answers[string] | undefined): Answers {
  const { [id]: _former, ...others } = before;
  return answer === undefined ? others : { ...others, [id]: answer };
}

function faultsIn(body: unknown): Record<string, string> {
  if (typeof body !== "object" || body === null || !("faults" in body)) return {};
  const entries = Object.entries(body.faults ?? {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
