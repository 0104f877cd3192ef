import type { FormErrors } from "~/app/components/ui/form-errors";
import type { Instrument } from "~/domain/observations/instrument/instrument";
import { answerFaultText } from "./observation-text";

type Fault = Parameters<typeof answerFaultText>[1];

/** The faults of answers as a form shows them: each at its question, in the order asked. */
export function answerErrors(
  { questions }: Instrument,
  faults: Readonly<Record<string, Fault>>,
  values?: FormErrors["values"],
): FormErrors {
  const fieldErrors = questions.flatMap((question): [string, string[]][] => {
    const fault = faults[question.id];
    return fault === undefined ? [] : [[question.id, [answerFaultText(question, fault)]]];
  });
  return { fieldErrors: Object.fromEntries(fieldErrors), formErrors: [], ...(values && { values }) };
}
