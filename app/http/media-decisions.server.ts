/** Anything that says after how many milliseconds it ends by itself; null for never. */
interface Ending {
  readonly closesInMs: number | null;
}

/** A grant, and until when it may be acted upon without asking again, on the monotonic clock. */
export interface Decision<Grant> {
  readonly grant: Grant;
  readonly until: number;
}

/** Answers to "may they?", kept for a moment. Refusals are not kept: what opens, opens at once. */
export interface Decisions<Grant> {
  /** The kept decision under this key, or a fresh one; requests that come while it is being made share it. */
  recent(key: string, ask: () => Promise<Grant | null>): Promise<Decision<Grant> | null>;
  /** A decision of its own, kept for nobody. */
  fresh(ask: () => Promise<Grant | null>): Promise<Decision<Grant> | null>;
}

interface Kept<Grant> {
  readonly answer: Promise<Decision<Grant> | null>;
  until: number;
}

const SWEEP_EVERY_MS = 10_000;

/**
 * Keeps grants for at most `keepMs` and never beyond their own end, both counted from before the question was asked.
 * `monotonic` gives milliseconds that only rise.
 */
export function createDecisions<Grant extends Ending>(options: {
  readonly keepMs: number;
  readonly monotonic: () => number;
}): Decisions<Grant> {
  const { keepMs, monotonic } = options;
  const kept = new Map<string, Kept<Grant>>();
  let sweptAt = monotonic();

  const sweep = (now: number) => {
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
  };
  const fresh = async (ask: () => Promise<Grant | null>): Promise<Decision<Grant> | null> => {
    const askedAt = monotonic();
    const grant = await ask();
    return grant && { grant, until: askedAt + Math.min(keepMs, grant.closesInMs ?? keepMs) };
  };

  return {
    fresh,
    async recent(key, ask) {
      const now = monotonic();
      sweep(now);
      const held = kept.get(key);
      if (held !== undefined && now < held.until) return held.answer;
      const entry: Kept<Grant> = { answer: fresh(ask), until: now + keepMs };
      kept.set(key, entry);
      const forget = () => {
        if (kept.get(key) === entry) kept.delete(key);
      };
      try {
        const decision = await entry.answer;
        if (decision === null) forget();
        else entry.until = decision.until;
        return decision;
      } catch (error) {
        forget();
        throw error;
      }
    },
  };
}
