import { discardUpload as discard } from "~/app/services/footage/discard-upload.server";
import type { UploadId } from "~/domain/ids";
import type { TaskHandler } from "~/worker/task";

export const discardUpload: TaskHandler<"discard-upload"> = (ctx, { uploadId }) =>
  discard(ctx, ctx.uploads, uploadId as UploadId);
