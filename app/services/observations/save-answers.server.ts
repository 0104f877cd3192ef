import type { ServiceContext } from "~/app/services/context.server";
import {
  subjectAt,
  type WriteRefusal,
  writeToObservation,
} from "~/app/services/observations/write-to-observation.server";
import { deleteAnswers, saveAnswers as writeAnswers } from "~/db/queries/answers";
import { recordAudit } from "~/db/queries/audit";
import type { ObservationPlace } from "~/db/queries/observations";
import type { AuditEvent } from "~/domain/accounts/audit-events";
import type { Answers, AnswerValue } from "~/domain/observations/answer";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { type AnswerRefusal, parseAnswer } from "~/domain/observations/parse-answer";
import { type ReasonToStop, reasonToStop } from "~/domain/observations/reason-to-stop";
import { granted, type Result, refused } from "~/domain/result";

/** Answers by question as they were given, not yet read; null takes an answer back. */
export type GivenAnswers = Readonly<Record<string, unknown>>;

/** What became of the answers: those with a fault were not stored, all others were. */
export interface SavedAnswers {
  readonly faults: Readonly<Record<string, AnswerRefusal>>;
  /** Why the observer must not go on, now that this is said. */
  readonly stop: ReasonToStop | null;
}

export type SaveRefusal = WriteRefusal | "not-locked";

const STOP_EVENT: Readonly<Record<ReasonToStop, AuditEvent>> = {
  "recognised-someone": "OBSERVER_RECUSED",
  "possible-link": "OBSERVATION_STOPPED",
  "clip-skipped": "OBSERVATION_STOPPED",
};

/**
 * Stores the answers that can be read and names those that cannot. Before the lock only questions up to section J are
 * taken, afterwards only those that follow. The same answers again change nothing and leave no entry.
 */
export function saveAnswers(
  ctx: ServiceContext,
  place: ObservationPlace,
  given: GivenAnswers,
): Promise<Result<SavedAnswers, SaveRefusal>> {
  return writeToObservation(ctx, place, async (trx, { answers, facts, observation }) => {
    const isLocked = observation.lockedOn !== null;
    if (Object.keys(given).some((questionId) => isAfterLock(questionId) !== isLocked))
      return refused(isLocked ? "locked" : "not-locked");
    const { faults, removed, stored } = readGiven(given, answers, facts.clipDurationMs);
    const stop = reasonToStop({ ...answers, ...stored }, false);
    if (removed.length > 0 || Object.keys(stored).length > 0) {
      await deleteAnswers(trx, observation.id, removed);
      await writeAnswers(trx, observation.id, stored);
      const event = stop === null ? "OBSERVATION_SAVED" : STOP_EVENT[stop];
      await recordAudit(trx, event, subjectAt(place));
    }
    return granted({ faults, stop });
  });
}

function isAfterLock(questionId: string): boolean {
  return edoi100.questions.some(({ id, phase }) => id === questionId && phase === "after_lock");
}

function readGiven(given: GivenAnswers, answers: Answers, clipDurationMs: number) {
  const faults: Record<string, AnswerRefusal> = {};
  const stored: Record<string, AnswerValue> = {};
  const removed: string[] = [];
  for (const [questionId, value] of Object.entries(given)) {
    if (value === null) {
      if (Object.hasOwn(answers, questionId)) removed.push(questionId);
      continue;
    }
    const parsed = parseAnswer(edoi100, questionId, value, clipDurationMs);
    if (!parsed.ok) faults[questionId] = parsed.refusal;
    else if (!isSame(parsed.value, answers[questionId])) stored[questionId] = parsed.value;
  }
  return { faults, removed, stored };
}

// The database keeps the keys of an object in an order of its own.
function isSame(one: AnswerValue, other: AnswerValue | undefined): boolean {
  return other !== undefined && textOf(one) === textOf(other);
}

function textOf(answer: AnswerValue): string {
  const isRecord = typeof answer === "object" && !Array.isArray(answer);
  return JSON.stringify(isRecord ? Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)) : answer);
}
