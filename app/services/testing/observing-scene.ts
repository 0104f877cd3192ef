import { sql } from "kysely";
import type { ServiceContext } from "~/app/services/context.server";
import { memberContext } from "~/app/services/testing/member-context";
import type { ObservationPlace } from "~/db/queries/observations";
import type { TestDatabase } from "~/db/testing/test-database";
import type { ClipId, EventMarkId, RenditionId } from "~/domain/ids";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { completeAnswers, questionFacts } from "~/domain/observations/testing/complete-answers";
import { aReleasedClip } from "~/seeds/factories/clips";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison, aPanel, type Member, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

const CLIP_LENGTH_MS = 120_000;

/** A clip of a person search on the agenda of a session, with two seated members and one who is not. */
export interface ObservingScene {
  readonly panel: Panel;
  readonly place: ObservationPlace;
  readonly renditionId: RenditionId;
  readonly seated: ServiceContext;
  readonly otherSeated: ServiceContext;
  readonly unseated: ServiceContext;
}

/** Plants a scene whose session began ten minutes ago, unless told otherwise. */
export async function anObservingScene(
  database: TestDatabase,
  { startingInMinutes = -10 }: { readonly startingInMinutes?: number } = {},
): Promise<ObservingScene> {
  return database.withOwner(async (trx) => {
    const panel = await aPanel(trx, { size: 3 });
    const [unseated, seated, otherSeated] = panel.members as [Member, Member, Member];
    const clipId = await aReleasedClip(trx, {
      dice: createDice(Math.floor(Math.random() * 2 ** 31)),
      bcuCode: panel.bcuCode,
      boroughGss: panel.boroughGss ?? "",
      uploadedBy: await aLiaison(trx),
      releasedBy: await aLiaison(trx),
      releasedAt: new Date(),
    });
    const { id: renditionId } = await trx
      .insertInto("rendition")
      .values({
        clip_id: clipId,
        generation: 1,
        width: 640,
        height: 360,
        duration_ms: CLIP_LENGTH_MS,
        segment_count: 20,
        has_audio: true,
        total_bytes: 1_000,
        source_sha256: Buffer.alloc(32),
        object_prefix: `hls/${clipId}`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const sessionId = await aSession(trx, {
      panel,
      startingInMinutes,
      clips: [clipId],
      seated: [seated, otherSeated],
    });
    return {
      panel,
      place: { panelId: panel.panelId, sessionId, clipId: clipId as ClipId },
      renditionId: renditionId as RenditionId,
      seated: memberContext(database, panel, seated),
      otherSeated: memberContext(database, panel, otherSeated),
      unseated: memberContext(database, panel, unseated),
    };
  });
}

/** Ends the scene's session as of now. */
export function closeWindow(database: TestDatabase, { place }: ObservingScene): Promise<unknown> {
  return database.withOwner((trx) =>
    trx.updateTable("session").set({ ends_at: sql<Date>`now()` }).where("id", "=", place.sessionId).execute(),
  );
}

const SOUND = {
  "q.pre.conflict": "none",
  "q.pre.ready": "yes",
  "q.force.any": "none",
  "q.all.grade": "grade.2_good",
};
const COMPLETE = completeAnswers(
  edoi100,
  "mode.standard",
  questionFacts({ clipDurationMs: CLIP_LENGTH_MS }),
  SOUND,
);

/** A complete set of answers up to the lock, or after it. */
export function answersOf(part: "up to the lock" | "after the lock"): Record<string, unknown> {
  const isAfter = (id: string) =>
    edoi100.questions.some((each) => each.id === id && each.phase === "after_lock");
  return Object.fromEntries(
    Object.entries(COMPLETE).filter(([id]) => isAfter(id) === (part === "after the lock")),
  );
}

/** A mark made by a new tap. */
export function aTap(wishes: { readonly atMs?: number; readonly code?: string } = {}) {
  const id = crypto.randomUUID() as EventMarkId;
  return { id, code: "l1.off_calm", atMs: 42_000, playbackRate: 1, pass: 1, ...wishes };
}
