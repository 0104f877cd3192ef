import { listLiveRuns, takeBackExpiredRuns } from "~/db/queries/job-runs";
import { deleteExpiredWorkers, releaseJobsOf, secondsToNextExpiry } from "~/db/queries/worker-leases";
import { describeFailure } from "~/worker/log";
import { removeStaleStaging } from "~/worker/preparation/staging";
import type { WorkerContext } from "~/worker/task";

const MOST_SECONDS_BETWEEN = 15;
const LEAST_SECONDS_BETWEEN = 0.2;

/**
 * Finds the work of workers that fell silent, takes it from them and makes it ready for others; answers how many
 * workers those were, and in how many seconds it is worth looking again.
 */
export async function sweep(ctx: WorkerContext): Promise<{ lostWorkers: number; nextInSeconds: number }> {
  const { lost, expiry } = await ctx.withActor(ctx.actor, async (trx) => {
    const silent = [...(await takeBackExpiredRuns(trx)), ...(await deleteExpiredWorkers(trx))];
    const lost = [...new Set(silent)];
    if (lost.length > 0) await releaseJobsOf(trx, lost);
    return { lost, expiry: await secondsToNextExpiry(trx) };
  });
  for (const workerId of lost) ctx.log("warn", "worker fell silent", { workerId });
  const inSeconds = Math.min(MOST_SECONDS_BETWEEN, (expiry ?? Number.POSITIVE_INFINITY) + 0.1);
  return { lostWorkers: lost.length, nextInSeconds: Math.max(LEAST_SECONDS_BETWEEN, inSeconds) };
}

/** Removes what runs that are over have left in the staging folder. */
export async function tidyStaging(ctx: WorkerContext): Promise<void> {
  const listLive = () => ctx.withActor(ctx.actor, listLiveRuns);
  const count = await removeStaleStaging(ctx.stagingDir, listLive);
  if (count > 0) ctx.log("info", "stale staging removed", { count });
}

/** Sweeps now, then at least every 15 seconds and whenever a lease should have ended, until told to end. */
export function startSweeper(ctx: WorkerContext): { readonly end: () => Promise<void> } {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();

  const takeTurn = async (): Promise<void> => {
    let nextInSeconds = MOST_SECONDS_BETWEEN;
    try {
      ({ nextInSeconds } = await sweep(ctx));
      await tidyStaging(ctx);
    } catch (error) {
      ctx.log("error", "sweep failed", describeFailure(error));
    }
    if (!isOver) timer = setTimeout(begin, nextInSeconds * 1000);
  };
  const begin = (): void => {
    turn = takeTurn();
  };
  begin();
  return {
    end: async () => {
      isOver = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
