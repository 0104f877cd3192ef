import { z } from "zod";

/** Every job the worker knows: name to payload. Payloads hold ids only, for the queue lies outside row-level security. */
export const jobPayloads = {
  "inspect-clip": z.object({ clipId: z.uuid() }),
  "transcode-clip": z.object({ clipId: z.uuid() }),
  "discard-upload": z.object({ uploadId: z.uuid() }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;
