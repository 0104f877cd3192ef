import type { EventMarkId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import type { Instrument } from "./instrument/instrument";

/** How far before the tap a mark is set, because a hand is slower than an eye. */
export const MARK_REACTION_MS = 1500;

const LABELS: Readonly<Record<string, RegExp>> = {
  "act.off": /^O[1-9]\d?$/,
  "act.per": /^P[1-9]\d?$/,
  "act.thd": /^(companion|family|bystander|worker|crowd)$/,
};

export interface MarkActor {
  readonly role: "act.off" | "act.per" | "act.thd" | "act.none";
  /** Which officer or person (`O2`, `P1`), or the kind of third party; null when not said. */
  readonly label: string | null;
}

/** One time-coded mark; times are whole milliseconds of media time, equal for a point. */
export interface EventMark {
  readonly id: EventMarkId;
  readonly code: string;
  readonly level: 1 | 2;
  readonly kind: "pt" | "iv";
  readonly tStartMs: number;
  readonly tEndMs: number;
  readonly playbackRate: number;
  readonly pass: 1 | 2;
  readonly autoClosed: boolean;
  readonly actor: MarkActor | null;
}

export type EventMarkDraft = Omit<EventMark, "id">;

export interface MarkRequest {
  readonly code: string;
  readonly tStartMs: number;
  readonly tEndMs: number;
  readonly playbackRate: number;
  readonly pass: number;
  readonly actor?: MarkActor;
}

export interface MarkFacts {
  readonly clipDurationMs: number;
  readonly locked: boolean;
  readonly recused: boolean;
}

export type MarkRefusal =
  | "observation-locked"
  | "recused"
  | "unknown-code"
  | "time-not-whole"
  | "outside-clip"
  | "ends-before-start"
  | "not-a-point"
  | "rate-out-of-range"
  | "unknown-pass"
  | "actor-does-not-fit";

/** The media time of a mark tapped at `tapMs`: the reaction time earlier, whole, and within the clip. */
export function momentOfTap(tapMs: number, clipDurationMs: number): number {
  return Math.max(0, Math.min(Math.round(tapMs - MARK_REACTION_MS), clipDurationMs));
}

/** Whether a palette button may be recorded at this time of the clip (already set back by `momentOfTap`), as a level-1 point. */
export function decideMark(
  instrument: Instrument,
  request: MarkRequest,
  facts: MarkFacts,
): Result<EventMarkDraft, MarkRefusal> {
  const { code, tStartMs, tEndMs, playbackRate, pass, actor } = request;
  if (facts.locked) return refused("observation-locked");
  if (facts.recused) return refused("recused");
  const button = instrument.palette.find(({ id }) => id === code);
  if (!button) return refused("unknown-code");
  if (!Number.isInteger(tStartMs) || !Number.isInteger(tEndMs)) return refused("time-not-whole");
  if (tEndMs < tStartMs) return refused("ends-before-start");
  if (tStartMs < 0 || tEndMs > facts.clipDurationMs) return refused("outside-clip");
  if (tEndMs !== tStartMs) return refused("not-a-point");
  if (!(playbackRate >= 0.25 && playbackRate <= 4)) return refused("rate-out-of-range");
  if (pass !== 1 && pass !== 2) return refused("unknown-pass");
  if (actor && !fits(actor, button.actor)) return refused("actor-does-not-fit");
  const times = { tStartMs, tEndMs, playbackRate, pass } as const;
  return granted({ code, level: 1, kind: "pt", ...times, autoClosed: false, actor: actor ?? null });
}

function fits(actor: MarkActor, expected: MarkActor["role"] | null): boolean {
  if (expected !== null && actor.role !== expected) return false;
  return actor.label === null || (LABELS[actor.role]?.test(actor.label) ?? false);
}
