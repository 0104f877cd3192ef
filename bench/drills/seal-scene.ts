import type { ServiceContext } from "~/app/services/context.server";
import { lockObservation } from "~/app/services/observations/lock-observation.server";
import { makeMark } from "~/app/services/observations/make-mark.server";
import { openObservation } from "~/app/services/observations/open-observation.server";
import { saveAnswers } from "~/app/services/observations/save-answers.server";
import type { OpenedMeans } from "~/bench/means";
import { plantRendition } from "~/db/planting/footage";
import type { ObservationPlace } from "~/db/queries/observations";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { EventMarkId } from "~/domain/ids";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { completeAnswers, questionFacts } from "~/domain/observations/testing/complete-answers";
import type { Result } from "~/domain/result";
import { aReleasedClip } from "~/seeds/factories/clips";
import type { Dice } from "~/seeds/factories/dice";
import { aLiaison, aPanel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

const CLIP_MS = 120_000;
const MODE = "mode.standard";

/** An observation that lacks nothing but its seal, and who may seal it. */
export interface UnsealedObservation {
  readonly place: ObservationPlace;
  readonly email: string;
  readonly ctx: ServiceContext;
}

/** Plants a session of its own and has its one member observe the clip up to the seal. */
export async function anUnsealedObservation(
  { services, withOwner }: OpenedMeans,
  dice: Dice,
): Promise<UnsealedObservation> {
  const { member, place } = await withOwner(async (trx) => {
    const panel = await aPanel(trx, { size: 1 });
    const clipId = await aReleasedClip(trx, {
      dice,
      bcuCode: panel.bcuCode,
      boroughGss: panel.boroughGss ?? "",
      uploadedBy: await aLiaison(trx),
      releasedBy: await aLiaison(trx),
      releasedAt: new Date(),
    });
    await plantRendition(trx, {
      clipId,
      renditionId: crypto.randomUUID(),
      objectPrefix: `hls/${clipId}/1/`,
      durationMs: CLIP_MS,
      segmentCount: 20,
      key: { masterKeyId: "none", wrapped: new Uint8Array(40) },
    });
    const sessionId = await aSession(trx, { panel, clips: [clipId], seated: [panel.chair] });
    return { member: panel.chair, place: { panelId: panel.panelId, sessionId, clipId } };
  });
  const ctx: ServiceContext = {
    ...services,
    actor: {
      ...PUBLIC_ACTOR,
      accountId: member.accountId,
      audience: "panel",
      memberships: [
        { panelId: place.panelId, panelMemberId: member.memberId, isChair: true, mayViewFootage: true },
      ],
    },
  };
  await observe(ctx, place);
  return { place, email: member.email, ctx };
}

async function observe(ctx: ServiceContext, place: ObservationPlace): Promise<void> {
  const sound = {
    "q.pre.conflict": "none",
    "q.pre.ready": "yes",
    "q.force.any": "none",
    "q.all.grade": "grade.2_good",
  };
  const facts = questionFacts({ clipDurationMs: CLIP_MS });
  const answers = Object.entries(completeAnswers(edoi100, MODE, facts, sound));
  const isAfterLock = (id: string) =>
    edoi100.questions.some((question) => question.id === id && question.phase === "after_lock");
  const id = crypto.randomUUID() as EventMarkId;
  given(await openObservation(ctx, place));
  given(await saveAnswers(ctx, place, Object.fromEntries(answers.filter(([name]) => !isAfterLock(name)))));
  given(await makeMark(ctx, place, { id, code: "l1.off_calm", atMs: 42_000, playbackRate: 1, pass: 1 }));
  given(await lockObservation(ctx, place));
  given(await saveAnswers(ctx, place, Object.fromEntries(answers.filter(([name]) => isAfterLock(name)))));
}

function given<T>(outcome: Result<T, string>): void {
  if (!outcome.ok) throw new Error(`an observation could not be prepared: ${outcome.refusal}`);
}
