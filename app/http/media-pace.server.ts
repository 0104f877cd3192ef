/** How fast footage may be drawn, in parts of its own speed. */
export interface PaceRule {
  /** Seconds of footage that may be drawn at once. */
  readonly startSeconds: number;
  /** Seconds of footage that are added each second. */
  readonly speed: number;
}

/** Twice the speed of life for who watches at double rate, a little more to look for places with, and five minutes to begin with. */
export const WATCHING_PACE: PaceRule = { startSeconds: 300, speed: 2.5 };

/** Whether more may be drawn: a charge for the bytes to come, or the seconds to wait and whether that is news. */
export type PaceVerdict =
  | { readonly ok: true; readonly charge: Charge }
  | { readonly ok: false; readonly retryInSeconds: number; readonly isNews: boolean };

/** Bytes taken out of a bucket. */
export interface Charge {
  take(bytes: number): void;
  /** Puts back what was never sent. */
  giveBack(bytes: number): void;
}

/** One bucket of bytes per grant. */
export interface Pace {
  admit(key: string, footage: { readonly totalBytes: number; readonly durationMs: number }): PaceVerdict;
}

interface Bucket {
  level: number;
  readonly capacity: number;
  readonly bytesPerMs: number;
  filledAt: number;
  toldAt: number | null;
}

const SWEEP_EVERY_MS = 60_000;
const NEWS_AGAIN_MS = 60_000;

/**
 * Buckets that begin full and fill at the rule's speed. Bytes are taken when a transfer begins, so a bucket can be
 * overdrawn by what is under way; nothing more is admitted until it is above empty again.
 */
export function createPace(rule: PaceRule, monotonic: () => number): Pace {
  const buckets = new Map<string, Bucket>();
  let sweptAt = monotonic();

  const fill = (bucket: Bucket, now: number) => {
    bucket.level = Math.min(bucket.capacity, bucket.level + (now - bucket.filledAt) * bucket.bytesPerMs);
    bucket.filledAt = now;
  };
  const sweep = (now: number) => {
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    for (const [key, bucket] of buckets) {
      fill(bucket, now);
      if (bucket.level === bucket.capacity) buckets.delete(key);
    }
  };

  return {
    admit(key, { durationMs, totalBytes }) {
      const now = monotonic();
      sweep(now);
      const bucket = buckets.get(key) ?? newBucket(rule, totalBytes / durationMs, now);
      buckets.set(key, bucket);
      fill(bucket, now);
      if (bucket.level > 0) return { ok: true, charge: chargeOn(bucket) };
      const isNews = bucket.toldAt === null || now - bucket.toldAt >= NEWS_AGAIN_MS;
      if (isNews) bucket.toldAt = now;
      const waitMs = -bucket.level / bucket.bytesPerMs;
      return { ok: false, retryInSeconds: Math.max(1, Math.ceil(waitMs / 1000)), isNews };
    },
  };
}

function newBucket({ speed, startSeconds }: PaceRule, footageBytesPerMs: number, now: number): Bucket {
  const capacity = startSeconds * 1000 * footageBytesPerMs;
  return { level: capacity, capacity, bytesPerMs: footageBytesPerMs * speed, filledAt: now, toldAt: null };
}

function chargeOn(bucket: Bucket): Charge {
  return {
    take: (bytes) => {
      bucket.level -= bytes;
    },
    giveBack: (bytes) => {
      bucket.level = Math.min(bucket.capacity, bucket.level + bytes);
    },
  };
}
