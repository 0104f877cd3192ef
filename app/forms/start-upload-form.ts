import { z } from "zod";
import { idField } from "~/app/forms/id-field";
import type { UploadId } from "~/domain/ids";

/** The length of a file in bytes, and the upload it may go on with. */
export const StartUploadForm = z.strictObject({
  declaredBytes: z.coerce
    .number({ error: "Say how long the file is" })
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER),
  resumed: idField<UploadId>()
    .nullish()
    .transform((id) => id ?? null),
});
