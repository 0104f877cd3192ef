import { type LogFunctionFactory, Logger, run } from "graphile-worker";
import type { WorkerLog } from "~/worker/log";
import { buildSchedule } from "~/worker/schedule";
import { startSweeper } from "~/worker/sweeper";
import type { WorkerContext } from "~/worker/task";
import { buildTaskList } from "~/worker/task-list";
import { keepWorkerLease } from "~/worker/worker-lease";

export interface QueueOptions {
  /** Address of the database in the role that owns the queue. */
  readonly queueUrl: string;
  /** How many jobs run at once. */
  readonly concurrency: number;
}

export interface RunningWorker {
  /** Unique to this start; the queue and every lease name it. */
  readonly workerId: string;
  /** Gives running jobs back and takes no more; resolves when all is quiet. */
  readonly stop: () => Promise<void>;
  /** Resolves after `stop`; rejects when the queue gave up by itself. */
  readonly ended: Promise<void>;
}

const POLL_MS = 1000;

/** Begins to take jobs; resolves when the first may be taken. */
export async function startWorker(ctx: WorkerContext, options: QueueOptions): Promise<RunningWorker> {
  const leaving = new AbortController();
  let ownLease: Promise<{ readonly workerId: string; readonly end: () => Promise<void> }> | undefined;
  let onRegistered: () => void = () => {};
  const registered = new Promise<void>((resolve) => {
    onRegistered = resolve;
  });
  const register = async (workerId: string): Promise<void> => {
    ownLease ??= keepWorkerLease(ctx, workerId, leaving.signal).then(({ end }) => ({ workerId, end }));
    await ownLease;
    onRegistered();
  };

  const sweeper = startSweeper(ctx);
  const runner = await run({
    connectionString: options.queueUrl,
    concurrency: options.concurrency,
    maxPoolSize: options.concurrency + 3,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList: buildTaskList(ctx, leaving.signal),
    parsedCronItems: buildSchedule(),
    logger: new Logger(logQueue(ctx.log)),
    preset: {
      plugins: [
        {
          name: "sightline-worker-lease",
          version: "1.0.0",
          worker: { hooks: { startWorker: (_, { worker }) => register(worker.workerPool.id) } },
        },
      ],
    },
  });
  await Promise.race([registered, runner.promise]);
  const { workerId, end } = await (ownLease ?? Promise.reject(new Error("the queue ended before it began")));

  const stop = async (): Promise<void> => {
    leaving.abort(new Error("the worker is being stopped"));
    await runner.stop();
    await sweeper.end();
    await end();
  };
  return { workerId, stop, ended: runner.promise };
}

/** The queue's own messages may quote errors, so only that there was one is passed on; tasks log their own. */
function logQueue(log: WorkerLog): LogFunctionFactory {
  return () => (level) => {
    if (level === "error" || level === "warning") {
      log(level === "error" ? "error" : "warn", "queue trouble");
    }
  };
}
