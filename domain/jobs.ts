import { z } from "zod";

/** Every job the worker knows: name to payload. Payloads hold ids only, for the queue lies outside row-level security. */
export const jobPayloads = {
  "transcode-clip": z.object({ clipId: z.uuid() }),
  "discard-upload": z.object({ uploadId: z.uuid() }),
  "compile-reports": z.object({}),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;

/** Under its key a job about one thing waits only once, however often it is asked for. */
export function jobKey(name: JobName, subject: string): string {
  return `${name}:${subject}`;
}
