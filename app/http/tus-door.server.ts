import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { type DataStore, Server } from "@tus/server";
import type { Request, Response } from "express";
import type { ServiceContext } from "~/app/services/context.server";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import type { UploadId } from "~/domain/ids";

export interface TusDoorOptions {
  readonly path: string;
  readonly dataStore: DataStore;
  /** Writes a failure to the log and answers the reference a person can quote. */
  readonly reportError: (error: unknown) => string;
}

/** Answers one request of the tus protocol, which must have been admitted before. */
export type TusDoor = (
  ctx: ServiceContext,
  uploadId: UploadId,
  request: Request,
  response: Response,
) => Promise<void>;

interface TusFault {
  readonly status_code: number;
  readonly body: string;
}

// The package adds headers for scripts of other origins, and tells clients what they sent as metadata.
const HEADERS_PASSED_ON = ["Tus-Resumable", "Upload-Offset", "Upload-Length", "Location"];
const LOCK_TIMEOUT = 500;
const GIVEN_UP: TusFault = { status_code: 410, body: "410\n" };

/** The tus package with its habits tamed: it sees one upload id, says nothing about itself, and finishes uploads through our own service. */
export function createTusDoor({ dataStore, path, reportError }: TusDoorOptions): TusDoor {
  const admitted = new WeakMap<object, { readonly ctx: ServiceContext; readonly uploadId: UploadId }>();
  const idOf = (request: object): UploadId => {
    const found = admitted.get(request);
    if (found === undefined) throw new Error("a tus request reached its server without being admitted");
    return found.uploadId;
  };
  const server = new Server({
    path,
    datastore: dataStore,
    allowedOrigins: () => false,
    relativeLocation: true,
    respectForwardedHeaders: false,
    disableTerminationForFinishedUploads: true,
    namingFunction: idOf,
    getFileIdFromRequest: idOf,
    onUploadCreate: async () => ({ metadata: {} }),
    onUploadFinish: async (request) => {
      const found = admitted.get(request);
      if (found === undefined) return {};
      const outcome = await finishUpload(found.ctx, found.uploadId);
      if (!outcome.ok)
        throw outcome.refusal === "given-up" ? GIVEN_UP : new Error("An upload ended incomplete");
      return {};
    },
    onResponseError: (request, error) => {
      if (isFault(error)) return toReply(error);
      if (request.signal.aborted) return { status_code: 400, body: "400\n" };
      return { status_code: 500, body: `500 ${reportError(error)}\n` };
    },
  });
  return async (ctx, uploadId, request, response) => {
    const webRequest = toWebRequest(request, path, uploadId);
    admitted.set(webRequest, { ctx, uploadId });
    const reply = await server.handleWeb(webRequest);
    if (response.destroyed) return;
    for (const name of HEADERS_PASSED_ON) {
      const value = reply.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    // What is left of a refused body is not worth reading.
    if (!request.complete) response.setHeader("Connection", "close");
    const text = await reply.text();
    response.status(reply.status).type("text/plain").send(text);
  };
}

function toWebRequest(request: Request, path: string, uploadId: UploadId): globalThis.Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const gone = new AbortController();
  request.once("close", () => {
    if (!request.complete) gone.abort();
  });
  const hasBody = request.method !== "HEAD" && Number(request.headers["content-length"] ?? 0) > 0;
  return new globalThis.Request(`http://uploads.invalid${path}/${uploadId}`, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body: Readable.toWeb(Readable.from(whatComes(request))), duplex: "half" }),
  } as RequestInit);
}

/** The bytes of a request as far as they come: where the connection breaks the body just ends, so that what has come is kept. */
async function* whatComes(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request;
  } catch (error) {
    if (request.complete) throw error;
  }
}

function isFault(error: object): error is TusFault {
  return "status_code" in error && typeof error.status_code === "number";
}

function toReply({ status_code: status }: TusFault): TusFault {
  // The one fault of theirs with this status is that another request holds the upload; clients ask again after 423.
  const code = status === LOCK_TIMEOUT ? 423 : status;
  return { status_code: code, body: `${code}\n` };
}
