import { deleteAnswers, saveAnswers } from "~/db/queries/answers";
import type { Trx } from "~/db/with-actor";
import type { ObservationId } from "~/domain/ids";
import type { Answers } from "~/domain/observations/answer";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import type { Phase } from "~/domain/observations/instrument/instrument";

/** Replaces what was given to the questions of these phases by what counts, once it is about to become final. */
export async function storeNormalised(
  trx: Trx,
  id: ObservationId,
  phases: readonly Phase[],
  given: Answers,
  normalised: Answers,
): Promise<void> {
  const questionIds = edoi100.questions.filter(({ phase }) => phases.includes(phase)).map((each) => each.id);
  const dropped = questionIds.filter(
    (each) => Object.hasOwn(given, each) && !Object.hasOwn(normalised, each),
  );
  const counted = Object.entries(normalised).filter(
    ([each, value]) => questionIds.includes(each) && JSON.stringify(value) !== JSON.stringify(given[each]),
  );
  await deleteAnswers(trx, id, dropped);
  await saveAnswers(trx, id, Object.fromEntries(counted));
}
