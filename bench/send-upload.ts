import { createReadStream } from "node:fs";
import { request } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const TUS = { "Tus-Resumable": "1.0.0" };

export interface UploadRequest {
  readonly url: string;
  readonly cookie: string;
  readonly uploadId: string;
  readonly path: string;
  readonly bytes: number;
}

// As the page sends it.
const PIECE_BYTES = 512 * 1024 * 1024;

/** Sends a file by the tus protocol as the browser does: it announces the upload, then sends it piece by piece. */
export async function sendUpload(upload: UploadRequest): Promise<void> {
  const { bytes, path } = upload;
  await exchange(upload, "POST", { "Upload-Length": bytes, "Content-Length": 0 }, 201);
  for (let offset = 0; offset < bytes; offset += PIECE_BYTES) {
    const end = Math.min(offset + PIECE_BYTES, bytes);
    const headers = {
      "Upload-Offset": offset,
      "Content-Type": "application/offset+octet-stream",
      "Content-Length": end - offset,
    };
    await exchange(upload, "PATCH", headers, 204, createReadStream(path, { start: offset, end: end - 1 }));
  }
}

async function exchange(
  { cookie, uploadId, url }: UploadRequest,
  method: "POST" | "PATCH",
  headers: Readonly<Record<string, string | number>>,
  expected: number,
  body?: Readable,
): Promise<void> {
  const sending = request(`${url}/uploads/${uploadId}`, {
    method,
    headers: { ...TUS, ...headers, cookie, origin: url },
  });
  const answered = new Promise<number>((resolve, reject) => {
    sending.once("error", reject);
    sending.once("response", (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
  });
  if (body) await pipeline(body, sending);
  else sending.end();
  const status = await answered;
  if (status !== expected) throw new Error(`${method} of an upload was answered with ${status}`);
}
