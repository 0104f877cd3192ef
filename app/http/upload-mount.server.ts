import type { Request, Response } from "express";
import type { FrontDoor } from "~/app/http/front-door.server";
import type { Mount } from "~/app/http/mount.server";
import { createTusDoor } from "~/app/http/tus-door.server";
import { parseUploadAddress, type UploadAddress } from "~/app/http/upload-address.server";
import { answerUpload, refuseUpload } from "~/app/http/upload-answer.server";
import { answerUploadForm } from "~/app/http/upload-form.server";
import type { ServiceContext } from "~/app/services/context.server";
import { getUpload } from "~/app/services/footage/get-upload.server";
import { recordAudit } from "~/db/queries/audit";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AuditOutcome } from "~/domain/accounts/audit-events";
import { requirePermission } from "~/domain/accounts/permissions";
import { NotFound } from "~/domain/errors";
import { LARGEST_UPLOAD_BYTES } from "~/domain/footage/upload-limits";
import type { UploadStore } from "~/storage/upload-store";

const PATH = "/uploads";
const METHODS = ["HEAD", "POST", "PATCH", "DELETE"];
const FORM_AROUND_FILE_BYTES = 65_536;

/**
 * Where files arrive: by the tus protocol, each upload at the id that was made for it, or by a plain form. Nobody
 * gets at another officer's upload, and nothing can be read here.
 */
export function createUploadMount(
  door: FrontDoor,
  uploads: Pick<UploadStore, "dataStore" | "receive">,
): Mount {
  const { dataStore } = uploads;
  const tus = createTusDoor({ path: PATH, dataStore, reportError: (error) => door.reportError(error) });

  async function handle(request: Request, response: Response): Promise<void> {
    if (!METHODS.includes(request.method)) {
      response.setHeader("Allow", METHODS.join(", "));
      return refuseUpload(response, 405);
    }
    const address = parseUploadAddress(request.path);
    const signedIn = await door.resolveActor(request.headers.cookie);
    const ctx: ServiceContext = { ...door.services, actor: signedIn?.actor ?? PUBLIC_ACTOR };
    const record = (outcome: AuditOutcome) =>
      ctx.withActor(ctx.actor, (trx) => recordAudit(trx, "UPLOAD_REFUSED", subjectOf(address), outcome));
    if (signedIn === null) {
      await record("denied");
      return refuseUpload(response, 401);
    }
    try {
      requirePermission(ctx.actor, "clip:upload");
      if (address?.place === "form" && request.method === "POST") {
        return await answerUploadForm(ctx, uploads, address.clipId, request, response);
      }
      if (address?.place !== "upload") throw new NotFound("upload");
      const upload = await getUpload(ctx, address.uploadId);
      const means = { tus, dataStore, recordRefusal: () => record("refused") };
      return await answerUpload(ctx, means, upload, request, response);
    } catch (error) {
      if (error instanceof Error && ["NotFound", "NotPermitted"].includes(error.name)) await record("denied");
      throw error;
    }
  }

  return {
    name: "uploads",
    path: PATH,
    policy: { GET: "clip:upload", POST: "clip:upload", PATCH: "clip:upload", DELETE: "clip:upload" },
    asksItself: true,
    body: {
      types: ["application/offset+octet-stream", "multipart/form-data"],
      limitBytes: LARGEST_UPLOAD_BYTES + FORM_AROUND_FILE_BYTES,
      receiveWithinMs: null,
    },
    handle,
  };
}

function subjectOf(address: UploadAddress | null) {
  if (address?.place === "form") return { objectType: "clip", objectId: address.clipId };
  return { objectType: "upload", objectId: address?.uploadId ?? null };
}
