import { redirect } from "@remix-run/node";
import { answerErrors } from "~/app/components/observation/answer-errors";
import { observationRefusalText } from "~/app/components/observation/observation-text";
import type { FormValues } from "~/app/forms/form-input";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import type { ServiceContext } from "~/app/services/context.server";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { listMissingAnswers } from "~/app/services/observations/list-missing-answers.server";
import { type GivenAnswers, saveAnswers } from "~/app/services/observations/save-answers.server";
import type { ObservationPlace } from "~/db/queries/observations";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import type { Phase } from "~/domain/observations/instrument/instrument";

interface AnswersPage {
  readonly place: ObservationPlace;
  readonly input: {
    readonly value: { readonly given: GivenAnswers; readonly step: "save" | "continue" };
    readonly values: FormValues;
  };
  /** What must be complete before somebody goes on. */
  readonly phases: readonly Phase[];
  /** The page itself, and the one after it. */
  readonly here: string;
  readonly onward: string;
}

/** Saves a page of answers and goes on when the person wants to and nothing is missing; otherwise it says what is. */
export async function replyToAnswers(
  ctx: ServiceContext,
  { here, input, onward, phases, place }: AnswersPage,
) {
  const { given, step } = input.value;
  const saved = await saveAnswers(ctx, place, given);
  if (!saved.ok) return refusedBy(input, observationRefusalText[saved.refusal]);
  const isLeaving = step === "continue";
  const missing = isLeaving ? listMissingAnswers(await getObservation(ctx, place), phases) : {};
  const faults = { ...missing, ...saved.value.faults };
  if (Object.keys(faults).length === 0) return redirect(isLeaving ? onward : here);
  const { fieldErrors } = answerErrors(edoi100, faults);
  return invalid({ ok: false, fieldErrors, formErrors: [], values: input.values });
}
