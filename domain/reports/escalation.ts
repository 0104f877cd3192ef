/** Sealed observations by fewer distinct people than this keep a clip out of every figure; fewer judgements settle nothing. */
const MIN_OBSERVERS_PER_CLIP = 3;

const STEPS_OF_A_RISE = 2;
const TEMPERATURE = new Map<unknown, number>([
  ["calm", 0],
  ["uneasy", 1],
  ["tense", 2],
  ["heated", 3],
  ["physical", 4],
]);

export type RiseJudgement = "rise" | "no_rise" | "cannot_judge";
export type EscalationVerdict = "seen" | "not_seen" | "not_settled";

/** What one person's observation says about the temperature: the answers to `q.path.start` and `q.path.peak`. */
export interface TemperatureObservation {
  /** The person, not the membership: somebody who sits on two panels is one observer. */
  readonly observerId: string;
  readonly sealedAt: Date | null;
  readonly start: unknown;
  readonly peak: unknown;
}

/** The measure `m.rise` for one observer: a peak at least two steps above the start; a missing code allows no judgement. */
export function judgeRise(start: unknown, peak: unknown): RiseJudgement {
  const from = TEMPERATURE.get(start);
  const to = TEMPERATURE.get(peak);
  if (from === undefined || to === undefined) return "cannot_judge";
  return to - from >= STEPS_OF_A_RISE ? "rise" : "no_rise";
}

/**
 * Whether escalation was seen in one clip, or null when fewer than three distinct people sealed an observation of it and
 * it enters no figure. Who sealed counts for entry whatever they answered; the verdict is that of more than half of
 * those whose answers allow a judgement, and "not_settled" on a tie or when fewer than three could judge, so that no
 * figure speaks with the voice of one or two. Of several sealed
 * observations by one person the first counts, because the later ones may know the discussion.
 */
export function judgeEscalation(observations: readonly TemperatureObservation[]): EscalationVerdict | null {
  const sealed = firstSealedByObserver(observations);
  if (sealed.length < MIN_OBSERVERS_PER_CLIP) return null;
  const judgements = sealed.map(({ start, peak }) => judgeRise(start, peak));
  const rises = judgements.filter((judgement) => judgement === "rise").length;
  const calms = judgements.filter((judgement) => judgement === "no_rise").length;
  if (rises + calms < MIN_OBSERVERS_PER_CLIP) return "not_settled";
  if (rises > calms) return "seen";
  return calms > rises ? "not_seen" : "not_settled";
}

function firstSealedByObserver(observations: readonly TemperatureObservation[]): TemperatureObservation[] {
  const first = new Map<string, TemperatureObservation & { sealedAt: Date }>();
  for (const observation of observations) {
    const { observerId, sealedAt } = observation;
    const known = first.get(observerId);
    if (sealedAt && (!known || sealedAt < known.sealedAt))
      first.set(observerId, { ...observation, sealedAt });
  }
  return [...first.values()];
}
