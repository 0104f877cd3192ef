import type { ObservationView } from "~/app/services/observations/get-observation.server";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import type { Phase } from "~/domain/observations/instrument/instrument";
import { type MissingAnswer, missingAnswers } from "~/domain/observations/missing-answers";

/** What still stands in the way of the end of these phases, by question; nothing while nothing is opened. */
export function listMissingAnswers(
  { observation }: ObservationView,
  phases: readonly Phase[],
): Readonly<Record<string, MissingAnswer["why"]>> {
  if (observation === null) return {};
  const { answers, facts, mode } = observation;
  const missing = missingAnswers(edoi100, mode, answers, facts, phases);
  return Object.fromEntries(missing.map(({ questionId, why }) => [questionId, why]));
}
