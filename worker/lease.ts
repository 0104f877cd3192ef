import { isWorthWriting, type RunProgress, type RunStage } from "~/domain/footage/job-run";

/** The work has been given to another worker, or is about to be: whatever is being done for it must stop. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

export interface LeaseTerms {
  readonly seconds: number;
  /** Prolongs the lease and writes the progress down; false when the lease is no longer ours. */
  readonly renew: (progress: RunProgress) => Promise<boolean>;
  /** Ends the work for another reason, such as the worker being stopped. */
  readonly parent: AbortSignal;
}

export interface Lease {
  /** Aborted with LeaseLost when the lease is lost, and with its parent. */
  readonly signal: AbortSignal;
  readonly report: (stage: RunStage, progress: number) => void;
  /** Stops renewing; resolves when no renewal is under way any more. */
  readonly end: () => Promise<void>;
}

/**
 * Keeps a lease alive from its taking until `end`. It counts as lost when a renewal says so, and also when none has
 * succeeded for its length: nobody knows then who has the work.
 */
export function keepLease({ seconds, renew, parent }: LeaseTerms): Lease {
  const lost = new AbortController();
  let present: RunProgress = { stage: "fetching", progress: 0 };
  let written = present;
  let triedAt = performance.now();
  let renewedAt = triedAt;
  let hasFailed = false;
  let isOver = false;
  let renewal: Promise<void> | null = null;

  const attempt = async (): Promise<void> => {
    const sent = present;
    triedAt = performance.now();
    const startedAt = triedAt;
    try {
      if (!(await renew(sent))) return lost.abort(new LeaseLost("another worker may have the work by now"));
      renewedAt = startedAt;
      written = sent;
      hasFailed = false;
    } catch {
      // The database was not there. The lease has not ended by that, and the next second tries again.
      hasFailed = true;
    }
  };
  const beat = (): void => {
    const now = performance.now();
    if (now - renewedAt >= seconds * 1000) lost.abort(new LeaseLost("the lease ended before it was renewed"));
    if (renewal || lost.signal.aborted) return;
    const sinceTried = (now - triedAt) / 1000;
    const isRetry = hasFailed && sinceTried >= 1;
    if (!isRetry && !isWorthWriting(written, present, sinceTried, seconds)) return;
    renewal = attempt().then(() => {
      renewal = null;
      // A stage that began meanwhile is not to be missed.
      if (!isOver && !hasFailed && present.stage !== written.stage) beat();
    });
  };
  const timer = setInterval(beat, Math.min(250, (seconds * 1000) / 8));

  return {
    signal: AbortSignal.any([parent, lost.signal]),
    report: (stage, progress) => {
      present = { stage, progress };
      if (stage !== written.stage) beat();
    },
    end: async () => {
      isOver = true;
      clearInterval(timer);
      await renewal;
    },
  };
}
