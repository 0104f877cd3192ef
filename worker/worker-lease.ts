import { deleteWorkerLease, renewWorkerLease } from "~/db/queries/worker-leases";
import { describeFailure } from "~/worker/log";
import type { WorkerContext } from "~/worker/task";

/**
 * Takes this process's own lease, trying until the database is there or the worker leaves, and keeps it. It must
 * stand before the first job is taken: by it others learn that a process died that had not yet begun with its job.
 */
export async function keepWorkerLease(
  ctx: WorkerContext,
  workerId: string,
  leaving: AbortSignal,
): Promise<{ readonly end: () => Promise<void> }> {
  const renew = async (): Promise<boolean> => {
    try {
      await ctx.withActor(ctx.actor, (trx) => renewWorkerLease(trx, workerId, ctx.leaseSeconds));
      return true;
    } catch (error) {
      ctx.log("warn", "worker lease not renewed", { workerId, ...describeFailure(error) });
      return false;
    }
  };
  while (!(await renew()) && !leaving.aborted) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }

  let renewal: Promise<unknown> = Promise.resolve();
  const beat = (): void => {
    renewal = renewal.then(renew);
  };
  const timer = setInterval(beat, (ctx.leaseSeconds * 1000) / 4);
  return {
    end: async () => {
      clearInterval(timer);
      await renewal;
      await ctx.withActor(ctx.actor, (trx) => deleteWorkerLease(trx, workerId));
    },
  };
}
