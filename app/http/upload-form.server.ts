import type { Request, Response } from "express";
import { openMultipartFile } from "~/app/http/multipart-file.server";
import { paths } from "~/app/paths";
import type { ServiceContext } from "~/app/services/context.server";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import { giveUpUpload } from "~/app/services/footage/give-up-upload.server";
import { startUpload } from "~/app/services/footage/start-upload.server";
import type { UploadProblem } from "~/domain/footage/upload-start";
import type { ClipId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import type { UploadStore } from "~/storage/upload-store";

type Uploads = Pick<UploadStore, "receive">;

/** Takes the file of a clip from a plain form, for browsers without scripts, and goes on to the page that says how it went. */
export async function answerUploadForm(
  ctx: ServiceContext,
  uploads: Uploads,
  clipId: ClipId,
  request: Request,
  response: Response,
): Promise<void> {
  const outcome = await receiveForm(ctx, uploads, clipId, request);
  if (response.destroyed) return;
  if (!request.complete) response.setHeader("Connection", "close");
  response.redirect(303, outcome.ok ? paths.clip(clipId) : paths.clipUpload(clipId, outcome.refusal));
}

async function receiveForm(
  ctx: ServiceContext,
  uploads: Uploads,
  clipId: ClipId,
  request: Request,
): Promise<Result<null, UploadProblem>> {
  const file = await openMultipartFile(request);
  if (file === null) return refused("broken-off");
  const started = await startUpload(ctx, { clipId, declaredBytes: file.bytes, resumed: null });
  if (!started.ok) {
    file.body.destroy();
    return started;
  }
  const uploadId = started.value;
  const received = await uploads.receive(uploadId, file.bytes, file.body).catch((error: unknown) => {
    if (request.complete) throw error;
    return refused("broken-off");
  });
  const finished = received.ok ? await finishUpload(ctx, uploadId) : received;
  if (finished.ok) return granted(null);
  await giveUpUpload(ctx, uploadId);
  return refused("broken-off");
}
