import { createReadStream } from "node:fs";
import { request } from "node:http";
import { pipeline } from "node:stream/promises";

const TUS = { "Tus-Resumable": "1.0.0" };

export interface UploadRequest {
  readonly url: string;
  readonly cookie: string;
  readonly uploadId: string;
  readonly path: string;
  readonly bytes: number;
}

/** Sends a file by the tus protocol as the browser does: it announces the upload, then sends all of it. */
export async function sendUpload(upload: UploadRequest): Promise<void> {
  await exchange(upload, "POST", { "Upload-Length": upload.bytes, "Content-Length": 0 }, 201);
  await exchange(
    upload,
    "PATCH",
    {
      "Upload-Offset": 0,
      "Content-Type": "application/offset+octet-stream",
      "Content-Length": upload.bytes,
    },
    204,
  );
}

async function exchange(
  { cookie, path, uploadId, url }: UploadRequest,
  method: "POST" | "PATCH",
  headers: Readonly<Record<string, string | number>>,
  expected: number,
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
  if (method === "PATCH") await pipeline(createReadStream(path), sending);
  else sending.end();
  const status = await answered;
  if (status !== expected) throw new Error(`${method} of an upload was answered with ${status}`);
}
