import { sql } from "kysely";
import type { Trx } from "~/db/with-actor";
import type { RunClaim, RunProgress, RunStage } from "~/domain/footage/job-run";
import type { ClipId } from "~/domain/ids";
import type { JobName } from "~/domain/jobs";

const JOB = "transcode-clip" satisfies JobName;

type ClipClaim = RunClaim<ClipId>;

/** A run that is now this worker's, with how often this upload was begun; or until when it is another's. */
export type ClaimOutcome =
  | { readonly isOurs: true; readonly claim: ClipClaim; readonly attempt: number }
  | { readonly isOurs: false; readonly until: Date };

/**
 * Takes the preparation of a clip for this worker, for `leaseSeconds` by the database's clock, under a generation
 * higher than any before; unless another worker's lease on it is alive. Of two that ask at once one is told to wait.
 */
export async function claimRun(
  trx: Trx,
  clipId: ClipId,
  workerId: string,
  leaseSeconds: number,
): Promise<ClaimOutcome> {
  const { rows } = await sql<{ generation: number; attempt: number }>`
    insert into job_run (subject, job, generation, worker_id, lease_until, state, stage, progress, attempt)
    values (${clipId}, ${JOB}, 1, ${workerId}, now() + make_interval(secs => ${leaseSeconds}), 'running', 'fetching', 0, 1)
    on conflict (subject, job) do update set
      generation = job_run.generation + 1, worker_id = excluded.worker_id, lease_until = excluded.lease_until,
      state = 'running', stage = 'fetching', progress = 0,
      attempt = case when job_run.state in ('done', 'refused') then 1 else job_run.attempt + 1 end
    where job_run.state <> 'running' or job_run.lease_until <= now()
    returning generation, attempt`.execute(trx);
  const run = rows[0];
  if (run) {
    const claim = { subject: clipId, generation: run.generation, workerId };
    return { isOurs: true, claim, attempt: run.attempt };
  }
  const held = await trx
    .selectFrom("job_run")
    .select("lease_until")
    .where("subject", "=", clipId)
    .where("job", "=", JOB)
    .executeTakeFirstOrThrow();
  return { isOurs: false, until: held.lease_until };
}

function liveRun(trx: Trx, claim: ClipClaim) {
  return trx
    .updateTable("job_run")
    .where("subject", "=", claim.subject)
    .where("job", "=", JOB)
    .where("generation", "=", claim.generation)
    .where("worker_id", "=", claim.workerId)
    .where("state", "=", "running")
    .where("lease_until", ">", sql<Date>`now()`);
}

/** Prolongs a live lease and shows how far the run has come; false when the lease is no longer this worker's. */
export async function renewRun(
  trx: Trx,
  claim: ClipClaim,
  leaseSeconds: number,
  { stage, progress }: RunProgress,
): Promise<boolean> {
  const { numUpdatedRows } = await liveRun(trx, claim)
    .set({ lease_until: sql`now() + make_interval(secs => ${leaseSeconds})`, stage, progress })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends a run for good, when its lease is alive; false for a run whose lease is no longer this worker's. */
export async function settleRun(trx: Trx, claim: ClipClaim, state: "done" | "refused"): Promise<boolean> {
  const { numUpdatedRows } = await liveRun(trx, claim)
    .set({ state, stage: "done", progress: 1 })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Lets go of a live run, so that any worker may take it up at once; false when it is no longer this worker's. */
export async function handBackRun(
  trx: Trx,
  claim: ClipClaim,
  options: { readonly countsAsAttempt: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await liveRun(trx, claim)
    .set((eb) => ({
      state: "waiting",
      stage: "waiting",
      progress: 0,
      attempt: eb("attempt", "-", options.countsAsAttempt ? 0 : 1),
    }))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes every run whose lease has ended from its worker, under a new generation; answers who those workers were. */
export async function takeBackExpiredRuns(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ worker_id: string }>`
    update job_run set generation = job_run.generation + 1, state = 'waiting', stage = 'waiting', progress = 0
    from (select subject, job from job_run where state = 'running' and lease_until <= now() for update skip locked) lost
    where job_run.subject = lost.subject and job_run.job = lost.job
    returning job_run.worker_id`.execute(trx);
  return rows.map((row) => row.worker_id);
}

/** Whether somebody may be preparing the clip at this moment. */
export async function isBeingPrepared(trx: Trx, clipId: ClipId): Promise<boolean> {
  const row = await trx
    .selectFrom("job_run")
    .select("generation")
    .where("subject", "=", clipId)
    .where("state", "=", "running")
    .where("lease_until", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return row !== undefined;
}

/** The runs that are alive, as clip and generation. */
export async function listLiveRuns(trx: Trx): Promise<{ clipId: ClipId; generation: number }[]> {
  const rows = await trx
    .selectFrom("job_run")
    .select(["subject", "generation"])
    .where("state", "=", "running")
    .where("lease_until", ">", sql<Date>`now()`)
    .execute();
  return rows.map((row) => ({ clipId: row.subject as ClipId, generation: row.generation }));
}

/** How far the preparation of a clip has come; null when none was ever begun or the actor may not see the clip. */
export async function findRunProgress(trx: Trx, clipId: ClipId): Promise<RunProgress | null> {
  const row = await trx
    .selectFrom("job_run")
    .select(["stage", "progress"])
    .where("subject", "=", clipId)
    .where("job", "=", JOB)
    .executeTakeFirst();
  return row ? { stage: row.stage as RunStage, progress: row.progress } : null;
}
