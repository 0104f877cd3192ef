import { type CronItem, type ParsedCronItem, parseCronItems } from "graphile-worker";
import type { JobName } from "~/domain/jobs";

const DAY_MS = 86_400_000;

interface ScheduledJob extends CronItem {
  readonly task: JobName;
}

/** Jobs that nobody asks for. `match` is a crontab expression in UTC. */
const scheduledJobs: ScheduledJob[] = [
  // Made up for when no worker ran that night.
  {
    task: "compile-reports",
    match: "15 2 * * *",
    options: { backfillPeriod: DAY_MS, jobKey: "compile-reports" },
  },
];

/** The crontab as the queue reads it. */
export function buildSchedule(): ParsedCronItem[] {
  return parseCronItems(scheduledJobs);
}
