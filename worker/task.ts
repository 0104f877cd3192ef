import type { ServiceContext } from "~/app/services/context.server";
import type { JobName, JobPayload } from "~/domain/jobs";
import type { UploadStore } from "~/storage/upload-store";
import type { WorkerLog } from "~/worker/log";
import type { MediaSandbox } from "~/worker/media/sandbox";

/** All that a task may touch; the door makes it once. */
export interface WorkerContext extends ServiceContext {
  readonly uploads: Pick<UploadStore, "discard">;
  readonly sandbox: MediaSandbox;
  /** Absolute path of a folder with room for the clips at work; nothing of ours lies in clear anywhere else. */
  readonly stagingDir: string;
  /** How long this worker may be silent before its work is given to another. */
  readonly leaseSeconds: number;
  readonly log: WorkerLog;
}

/** The circumstances of one call of a task. */
export interface TaskRun {
  readonly workerId: string;
  /** Aborted when the worker is being stopped. */
  readonly signal: AbortSignal;
}

/** Does one job. To throw is to be called again later; what can never succeed is written down, and the task returns. */
export type TaskHandler<N extends JobName> = (
  ctx: WorkerContext,
  payload: JobPayload<N>,
  run: TaskRun,
) => Promise<void>;
