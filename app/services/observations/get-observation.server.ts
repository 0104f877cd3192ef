import type { ServiceContext } from "~/app/services/context.server";
import { type ObservationContent, readContent } from "~/app/services/observations/read-content.server";
import {
  findOwnObservation,
  findPoliceRecord,
  getViewing,
  type ObservationPlace,
  type OwnObservation,
  type PoliceRecord,
  type Viewing,
} from "~/db/queries/observations";
import { requirePermission } from "~/domain/accounts/permissions";
import { type ReasonToStop, reasonToStop } from "~/domain/observations/reason-to-stop";

/** How far the actor has come with a clip; from `watching` on the window may be over, as `isOpenNow` says. */
export type ObservationStage = "closed" | "before" | "stopped" | "watching" | "locked" | "sealed";

/** A clip and what the actor has observed of it so far. */
export interface ObservationView {
  readonly viewing: Viewing;
  readonly stage: ObservationStage;
  /** `stopped-earlier` when the reason was given in another session with this clip. */
  readonly stop: ReasonToStop | "stopped-earlier" | null;
  /** Null before it is opened. */
  readonly observation: (Pick<OwnObservation, "mode"> & ObservationContent) | null;
  /** In hexadecimal; null until it is sealed. */
  readonly contentSha256: string | null;
}

/** The actor's own observation of a clip and what of the clip may be known now. */
export async function getObservation(ctx: ServiceContext, place: ObservationPlace): Promise<ObservationView> {
  requirePermission(ctx.actor, "observation:record", place.panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const viewing = await getViewing(trx, place);
    const own = await findOwnObservation(trx, place);
    const content = own === null ? null : await readContent(trx, viewing, own);
    const stop = content === null ? null : reasonToStop(content.answers, false);
    return {
      viewing,
      stop: stop ?? (viewing.isStopped ? "stopped-earlier" : null),
      stage: stageOf(viewing, own, content, stop),
      observation: own === null || content === null ? null : { mode: own.mode, ...content },
      contentSha256: own?.contentSha256 ? Buffer.from(own.contentSha256).toString("hex") : null,
    };
  });
}

/** The police record behind the actor's own observation; null until that is locked. */
export async function getPoliceRecord(
  ctx: ServiceContext,
  place: ObservationPlace,
): Promise<PoliceRecord | null> {
  requirePermission(ctx.actor, "observation:record", place.panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const own = await findOwnObservation(trx, place);
    return own === null ? null : findPoliceRecord(trx, own.id);
  });
}

function stageOf(
  viewing: Viewing,
  own: OwnObservation | null,
  content: ObservationContent | null,
  stop: ReasonToStop | null,
): ObservationStage {
  if (own?.sealedOn) return "sealed";
  if (viewing.isStopped || stop !== null) return "stopped";
  if (own?.lockedOn) return "locked";
  if (content?.answers["q.pre.ready"] && content.answers["q.pre.conflict"]) return "watching";
  return viewing.isOpenNow ? "before" : "closed";
}
