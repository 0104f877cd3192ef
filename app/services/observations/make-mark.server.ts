import type { ServiceContext } from "~/app/services/context.server";
import {
  subjectAt,
  type WriteRefusal,
  writeToObservation,
} from "~/app/services/observations/write-to-observation.server";
import { recordAudit } from "~/db/queries/audit";
import { findEventMark, insertEventMark } from "~/db/queries/event-marks";
import type { ObservationPlace } from "~/db/queries/observations";
import type { EventMarkId } from "~/domain/ids";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { decideMark, type EventMark, type MarkRefusal } from "~/domain/observations/marks";
import { reasonToStop } from "~/domain/observations/reason-to-stop";
import { granted, type Result, refused } from "~/domain/result";

export interface NewMark {
  /** Made by whoever taps: the same mark sent again is one mark. */
  readonly id: EventMarkId;
  readonly code: string;
  /** Media time in whole milliseconds, already set back for the reaction of the hand. */
  readonly atMs: number;
  readonly playbackRate: number;
  readonly pass: number;
}

export type MakeMarkRefusal =
  | WriteRefusal
  | Exclude<MarkRefusal, "observation-locked" | "recused">
  | "mark-id-taken"
  | "nothing-to-play";

/** Writes down a point mark. Sent again with the same id it answers as before, with the mark that is there. */
export function makeMark(
  ctx: ServiceContext,
  place: ObservationPlace,
  mark: NewMark,
): Promise<Result<EventMark, MakeMarkRefusal>> {
  return writeToObservation(
    ctx,
    place,
    async (trx, { answers, facts, observation, viewing }): Promise<Result<EventMark, MakeMarkRefusal>> => {
      if (reasonToStop(answers, false) !== null) return refused("stopped");
      const earlier = await findEventMark(trx, observation.id, mark.id);
      if (earlier !== null) return granted(earlier);
      if (viewing.renditionId === null) return refused("nothing-to-play");
      const { atMs, code, pass, playbackRate } = mark;
      const decision = decideMark(
        edoi100,
        { code, tStartMs: atMs, tEndMs: atMs, playbackRate, pass },
        {
          clipDurationMs: facts.clipDurationMs,
          locked: observation.lockedOn !== null,
          recused: false,
        },
      );
      if (!decision.ok) return refused(toRefusal(decision.refusal));
      const isNew = await insertEventMark(trx, observation.id, mark.id, viewing.renditionId, decision.value);
      if (!isNew) return refused("mark-id-taken");
      await recordAudit(trx, "MARK_MADE", subjectAt(place));
      return granted({ id: mark.id, ...decision.value });
    },
  );
}

function toRefusal(refusal: MarkRefusal): MakeMarkRefusal {
  if (refusal === "observation-locked") return "locked";
  return refusal === "recused" ? "stopped" : refusal;
}
