import { z } from "zod";
import { idField } from "~/app/forms/id-field";
import { StartUploadForm } from "~/app/forms/start-upload-form";
import { guard } from "~/app/http/guard.server";
import { startUpload } from "~/app/services/footage/start-upload.server";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });

export const action = guard(
  { permission: "clip:upload", audit: "UPLOAD_START_ATTEMPTED", params: ClipAddress, form: StartUploadForm },
  async ({ ctx, input, params: { clipId } }) => {
    if (!input.ok) return Response.json({ problem: "broken-off" }, { status: 422 });
    const outcome = await startUpload(ctx, { clipId, ...input.value });
    return outcome.ok
      ? Response.json({ uploadId: outcome.value }, { status: 201 })
      : Response.json({ problem: outcome.refusal }, { status: 409 });
  },
);
