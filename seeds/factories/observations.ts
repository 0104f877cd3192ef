import { createHash } from "node:crypto";
import { plantSealedObservation } from "~/db/planting/observations";
import type { Trx } from "~/db/with-actor";
import type { ClipId, EventMarkId, ObservationId, SessionId } from "~/domain/ids";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import type { EventMark } from "~/domain/observations/marks";
import { normaliseAnswers } from "~/domain/observations/route-questions";
import { sealedContentText } from "~/domain/observations/sealed-content";
import { completeAnswers, questionFacts } from "~/domain/observations/testing/complete-answers";
import type { EscalationVerdict as Verdict } from "~/domain/reports/escalation";
import type { Dice } from "~/seeds/factories/dice";
import type { Member } from "~/seeds/factories/people";

export interface ObservationWishes {
  readonly sessionId: SessionId;
  readonly clipId: ClipId;
  readonly encounterType: string;
  readonly isSearch: boolean;
  readonly member: Member;
  /** Which of the observers this is, from 0. */
  readonly seat: number;
  readonly observers: number;
  /** What the observers of the clip come to together. */
  readonly verdict: Verdict;
  readonly on: Date;
  readonly dice: Dice;
}

const MODE = "mode.standard";
const RISEN = {
  "q.path.start": "calm",
  "q.path.peak": "heated",
  "q.path.end": "uneasy",
  "q.path.first": "officer",
};
const LEVEL = {
  "q.path.start": "calm",
  "q.path.peak": "uneasy",
  "q.path.end": "calm",
  "q.path.first": "no_rise",
};
const UNSURE = {
  "q.path.start": "uneasy",
  "q.path.peak": "cant_tell",
  "q.path.end": "uneasy",
  "q.path.first": "cant_tell",
};

function pathOf({ verdict, seat, observers }: ObservationWishes): Record<string, string> {
  if (verdict === "not_settled") {
    // One half against the other; where the number is odd, one could not tell.
    const half = Math.floor(observers / 2);
    if (seat < half) return RISEN;
    return seat < 2 * half ? LEVEL : UNSURE;
  }
  const isWithMajority = seat < observers - 1 || observers < 4;
  return (verdict === "seen") === isWithMajority ? RISEN : LEVEL;
}

function aMark(dice: Dice, code: string, fromMs: number): EventMark {
  const tMs = fromMs + Math.floor(dice.roll() * 5_000);
  const moment = { tStartMs: tMs, tEndMs: tMs, playbackRate: 1, pass: 1, autoClosed: false } as const;
  return { id: dice.uuid() as EventMarkId, code, level: 1, kind: "pt", actor: null, ...moment };
}

/** A complete, sealed observation that, with those of the other seats, makes the clip come out as wished. */
export async function plantReportableObservation(trx: Trx, wishes: ObservationWishes): Promise<void> {
  const { dice } = wishes;
  const facts = questionFacts({ encounterTypes: [wishes.encounterType], isSearch: wishes.isSearch });
  const path = pathOf(wishes);
  const hasRisen = path === RISEN;
  const given = {
    ...path,
    "q.foot.start": dice.pick(["before_contact", "at_contact", "under_way"]),
    "q.foot.end": dice.pick(["to_end", "to_end", "cut_off"]),
    "q.pj.respect": dice.pick(hasRisen ? ["a_little", "mostly"] : ["mostly", "fully"]),
    "q.pj.voice": dice.pick(hasRisen ? ["not_at_all", "a_little", "mostly"] : ["mostly", "fully"]),
    "q.all.grade": hasRisen
      ? dice.pick(["grade.3_learning", "grade.4_concern"])
      : dice.pick(["grade.2_good", "grade.2_good", "grade.3_learning"]),
    "q.all.sure": dice.pick(["sure", "fairly"]),
  };
  const answers = normaliseAnswers(edoi100, MODE, completeAnswers(edoi100, MODE, facts, given), facts);
  const codes = hasRisen
    ? ["l1.mile", "l1.off_raise", "l1.per_voice", "l1.off_calm"]
    : ["l1.mile", "l1.off_calm", "l1.per_calm"];
  const marks = codes.map((code, index) => aMark(dice, code, 4_000 + index * 9_000));
  await plantSealedObservation(trx, {
    id: dice.uuid() as ObservationId,
    sessionId: wishes.sessionId,
    clipId: wishes.clipId,
    memberId: wishes.member.memberId,
    instrumentVersion: edoi100.version,
    mode: MODE,
    on: wishes.on.toISOString().slice(0, 10),
    answers,
    marks,
    renditionId: wishes.clipId,
    contentSha256: createHash("sha256")
      .update(sealedContentText({ instrumentVersion: edoi100.version, mode: MODE, answers, marks }))
      .digest(),
  });
}
