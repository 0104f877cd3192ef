import type { TaskList } from "graphile-worker";
import { type JobName, type JobPayload, jobPayloads } from "~/domain/jobs";
import { describeFailure } from "~/worker/log";
import type { TaskHandler, WorkerContext } from "~/worker/task";
import { compileReports } from "~/worker/tasks/compile-reports";
import { discardUpload } from "~/worker/tasks/discard-upload";
import { transcodeClip } from "~/worker/tasks/transcode-clip";

/** Who does which job. A job without a handler does not compile. */
const handlers: { readonly [N in JobName]: TaskHandler<N> } = {
  "transcode-clip": transcodeClip,
  "discard-upload": discardUpload,
  "compile-reports": compileReports,
};

/** The handlers as the queue calls them: payloads parsed, beginnings and ends in the log. `leaving` stops them. */
export function buildTaskList(ctx: WorkerContext, leaving: AbortSignal): TaskList {
  const names = Object.keys(handlers) as JobName[];
  return Object.fromEntries(names.map((name) => [name, asQueueTask(name)]));

  function asQueueTask<N extends JobName>(name: N): NonNullable<TaskList[string]> {
    return async (payload, { job }) => {
      // The queue notes by its pool's id who holds a job, and unlocks by it.
      const workerId = job.locked_by ?? "nobody";
      const about = { workerId, job: name, jobId: job.id };
      const startedAt = performance.now();
      const elapsed = (): number => Math.round(performance.now() - startedAt);
      try {
        const parsed = jobPayloads[name].parse(payload) as JobPayload<N>;
        await handlers[name](ctx, parsed, { workerId, signal: leaving });
        ctx.log("info", "job ended", { ...about, ms: elapsed() });
      } catch (error) {
        ctx.log("error", "job failed", { ...about, ms: elapsed(), ...describeFailure(error) });
        throw error;
      }
    };
  }
}
