import type { JobHelpers } from "graphile-worker";
import { expect, test } from "vitest";
import { jobPayloads } from "~/domain/jobs";
import { createWorkerLog } from "~/worker/log";
import { buildSchedule } from "~/worker/schedule";
import type { WorkerContext } from "~/worker/task";
import { buildTaskList } from "~/worker/task-list";

const lines: string[] = [];
const ctx = {
  log: createWorkerLog(
    (line) => lines.push(line),
    () => new Date("2026-11-20T10:00:00Z"),
  ),
} as WorkerContext;
const helpers = { job: { id: "41", locked_by: "pool-1" } } as JobHelpers;

test("every job has a task, and every scheduled task is a job", () => {
  const names = Object.keys(buildTaskList(ctx, new AbortController().signal));

  expect(names.sort()).toEqual(Object.keys(jobPayloads).sort());
  for (const { task } of buildSchedule()) expect(names).toContain(task);
});

test("a payload of another shape fails its job, and the log shows ids and nothing it said", async () => {
  const tasks = buildTaskList(ctx, new AbortController().signal);

  const outcome = tasks["transcode-clip"]?.({ clipId: "a name somebody typed" }, helpers);

  await expect(outcome).rejects.toThrow();
  const line = JSON.parse(lines.at(-1) ?? "{}");
  expect(line).toMatchObject({
    at: "2026-11-20T10:00:00.000Z",
    event: "job failed",
    job: "transcode-clip",
    jobId: "41",
    workerId: "pool-1",
  });
  expect(lines.join()).not.toContain("somebody typed");
});
