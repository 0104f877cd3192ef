import type { ServiceContext } from "~/app/services/context.server";
import { type OpenRefusal, openObservation } from "~/app/services/observations/open-observation.server";
import { type SaveRefusal, saveAnswers } from "~/app/services/observations/save-answers.server";
import type { ObservationPlace } from "~/db/queries/observations";
import { granted, type Result } from "~/domain/result";

/** Takes the actor off a clip for good because they recognised somebody: from now on the database shows it to them no more. */
export async function recuseObserver(
  ctx: ServiceContext,
  place: ObservationPlace,
): Promise<Result<null, OpenRefusal | SaveRefusal>> {
  const opened = await openObservation(ctx, place);
  if (!opened.ok) return opened.refusal === "stopped" ? granted(null) : opened;
  const saved = await saveAnswers(ctx, place, { "q.pre.recognised": "pressed" });
  return saved.ok || saved.refusal === "stopped" ? granted(null) : saved;
}
