import { discardOutput } from "~/app/services/footage/discard-output.server";
import { discardUpload } from "~/app/services/footage/discard-upload.server";
import { failClip } from "~/app/services/footage/fail-clip.server";
import { handBackClip } from "~/app/services/footage/hand-back-clip.server";
import { publishRendition } from "~/app/services/footage/publish-rendition.server";
import { type Preparation, startPreparation } from "~/app/services/footage/start-preparation.server";
import { renewRun } from "~/db/queries/job-runs";
import type { ClipId } from "~/domain/ids";
import { keepLease, type Lease, LeaseLost } from "~/worker/lease";
import { describeFailure } from "~/worker/log";
import { prepareRendition } from "~/worker/preparation/prepare-rendition";
import { openStaging } from "~/worker/preparation/staging";
import type { TaskHandler, WorkerContext } from "~/worker/task";

export const transcodeClip: TaskHandler<"transcode-clip"> = async (ctx, payload, { workerId, signal }) => {
  const clipId = payload.clipId as ClipId;
  const { leaseSeconds } = ctx;
  const started = await startPreparation(ctx, { clipId, workerId, leaseSeconds });
  if (!started.ok) return ctx.log("info", "clip not begun", { clipId, refusal: started.refusal });
  const preparation = started.value;
  const { claim, upload } = preparation;
  const lease = keepLease({
    seconds: leaseSeconds,
    renew: (progress) => ctx.withActor(ctx.actor, (trx) => renewRun(trx, claim, leaseSeconds, progress)),
    parent: signal,
  });
  try {
    await prepareAndSettle(ctx, preparation, lease);
  } catch (error) {
    await lease.end();
    const wasOurs = await abandon(ctx, preparation, signal.aborted ? "leaving" : "stumbled");
    // Only what was still ours may be called done: another worker may be at this very job by now.
    if (signal.aborted && wasOurs) return;
    throw error;
  }
  // The publishing or failing commit has asked for this as a job, too, should we not come to it.
  await discardUpload(ctx, ctx.uploads, upload.uploadId).catch((error: unknown) =>
    ctx.log("warn", "upload not discarded yet", { uploadId: upload.uploadId, ...describeFailure(error) }),
  );
};

async function prepareAndSettle(ctx: WorkerContext, preparation: Preparation, lease: Lease): Promise<void> {
  const { claim, upload } = preparation;
  const { uploadId } = upload;
  const staging = await openStaging(ctx.stagingDir, claim.subject, claim.generation);
  try {
    const outcome = await prepareRendition(ctx, preparation, staging, lease);
    await lease.end();
    lease.signal.throwIfAborted();
    const settled = outcome.ok
      ? await publishRendition(ctx, { claim, uploadId, ...outcome.value })
      : await failClip(ctx, { claim, uploadId, failure: outcome.refusal });
    if (!settled.ok) throw new LeaseLost("the lease ended before the work was settled");
    const { subject: clipId, generation } = claim;
    if (outcome.ok) ctx.log("info", "clip prepared", { clipId, generation });
    else ctx.log("info", "clip refused", { clipId, generation, refusal: outcome.refusal });
  } finally {
    await staging.remove();
  }
}

/** Whether the run was still ours to hand back. What it stored goes; if that fails now, the clip's next run sees to it. */
async function abandon(
  ctx: WorkerContext,
  { claim }: Preparation,
  reason: "leaving" | "stumbled",
): Promise<boolean> {
  try {
    // First the run, because its row is locked while a publishing commit is still under way.
    const wasOurs = await handBackClip(ctx, claim, reason);
    await discardOutput(ctx, claim);
    return wasOurs;
  } catch (error) {
    ctx.log("warn", "run not handed back", { clipId: claim.subject, ...describeFailure(error) });
    return false;
  }
}
