import type { Request, Response } from "express";
import type { TusDoor } from "~/app/http/tus-door.server";
import { paths } from "~/app/paths";
import type { ServiceContext } from "~/app/services/context.server";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import { giveUpUpload } from "~/app/services/footage/give-up-upload.server";
import type { OwnUpload } from "~/db/queries/uploads";
import type { UploadStore } from "~/storage/upload-store";

export interface UploadMeans {
  readonly tus: TusDoor;
  readonly dataStore: UploadStore["dataStore"];
  /** Leaves an entry in the log for a request that is not as was declared. */
  readonly recordRefusal: () => Promise<void>;
}

const TUS = { "Tus-Resumable": "1.0.0" };

/** Answers a tus request of an upload's owner: what our own records decide here, the rest by the protocol. */
export async function answerUpload(
  ctx: ServiceContext,
  means: UploadMeans,
  upload: OwnUpload,
  request: Request,
  response: Response,
): Promise<void> {
  const { declaredBytes, state, uploadId } = upload;
  const { method } = request;
  if (state === "discarded") return refuseUpload(response, 410);
  // Whoever resumes may find it whole though nobody noticed, as after a crash between its last byte and our note of it.
  if (state === "received" || (method === "HEAD" && (await finishUpload(ctx, uploadId)).ok)) {
    // Its bytes may be gone by now: the worker takes them away when it is done with them.
    if (method !== "HEAD") return refuseUpload(response, 409);
    response.set({ ...TUS, "Upload-Offset": `${declaredBytes}`, "Upload-Length": `${declaredBytes}` });
    return void response.status(200).end();
  }
  if (method === "POST") {
    const isAsDeclared = request.headers["upload-length"] === `${declaredBytes}`;
    if (!isAsDeclared || "upload-defer-length" in request.headers) {
      await means.recordRefusal();
      return refuseUpload(response, 400);
    }
    // The answer to the first request may have got lost; what has arrived since must not.
    if (await hasBegun(means.dataStore, uploadId)) {
      response.set({ ...TUS, Location: paths.uploads(uploadId) });
      return void response.status(201).end();
    }
  }
  if (method === "DELETE") {
    const outcome = await giveUpUpload(ctx, uploadId);
    if (!outcome.ok) return refuseUpload(response, 409);
  }
  return means.tus(ctx, uploadId, request, response);
}

/** Refuses a request with a status and no more; of its body nothing further is read. */
export function refuseUpload(response: Response, status: number): void {
  if (!response.req.complete) response.setHeader("Connection", "close");
  response.status(status).type("text/plain").send(`${status}\n`);
}

async function hasBegun(dataStore: UploadStore["dataStore"], uploadId: string): Promise<boolean> {
  try {
    await dataStore.getUpload(uploadId);
    return true;
  } catch (error) {
    // The tus package throws records with a status, and this one for an upload it does not know.
    if (typeof error === "object" && error !== null && "status_code" in error) return false;
    throw error;
  }
}
