import { z } from "zod";
import { idField } from "~/app/forms/id-field";
import { LONGEST_REJECTION_REASON } from "~/domain/footage/release";
import type { RenditionId } from "~/domain/ids";

const ticked = z
  .literal("yes", { error: "Tick the box or leave it" })
  .optional()
  .transform((value) => value === "yes");

/** What was watched, and whether all of it was. */
export const ReleaseClipForm = z.strictObject({
  renditionId: idField<RenditionId>(),
  hasWatchedAll: ticked,
});

/** What was watched, and why it goes back. */
export const RejectClipForm = z.strictObject({
  renditionId: idField<RenditionId>(),
  reason: z
    .string({ error: "Say what has to change" })
    .trim()
    .min(1, { error: "Say what has to change", abort: true })
    .max(LONGEST_REJECTION_REASON, `The reason must be ${LONGEST_REJECTION_REASON} characters or fewer`),
});

/** Whether the officer is sure. */
export const PullClipForm = z.strictObject({ isConfirmed: ticked });
