import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";

/** The one file of a form, as it comes. */
export interface MultipartFile {
  /** Its length, known before its bytes have come. */
  readonly bytes: number;
  readonly body: Readable;
}

const LONGEST_HEAD = 16_384;
const END_OF_HEAD = Buffer.from("\r\n\r\n");

/**
 * Opens a form that holds a file and nothing else; null when it is no such form. How long the file is follows from
 * the length of the request and what a browser writes around the file, so nothing is kept back to be counted.
 */
export async function openMultipartFile(request: IncomingMessage): Promise<MultipartFile | null> {
  const contentType = request.headers["content-type"] ?? "";
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return null;
  const chunks: AsyncIterator<Buffer> = request[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  if (head === null) return null;
  const closing = Buffer.byteLength(`\r\n--${boundary}--\r\n`);
  const bytes = Number(request.headers["content-length"]) - head.fileBegins - closing;
  if (!(bytes >= 0)) return null;
  const body = await openFile(contentType, Readable.from(goOn(head.read, chunks), { objectMode: false }));
  return body === null ? null : { bytes, body };
}

async function readHead(
  chunks: AsyncIterator<Buffer>,
): Promise<{ readonly read: Buffer; readonly fileBegins: number } | null> {
  let read = Buffer.alloc(0);
  while (read.length < LONGEST_HEAD) {
    const next = await chunks.next();
    if (next.done) return null;
    read = Buffer.concat([read, next.value]);
    const end = read.indexOf(END_OF_HEAD);
    if (end >= 0) return { read, fileBegins: end + END_OF_HEAD.length };
  }
  return null;
}

async function* goOn(read: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield read;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

async function openFile(contentType: string, source: Readable): Promise<Readable | null> {
  const parser = new Busboy({
    headers: { "content-type": contentType },
    limits: { files: 1, fields: 0, parts: 1 },
  });
  return new Promise((resolve) => {
    let file: Readable | null = null;
    parser.on("file", (_field, stream) => {
      file = stream;
      resolve(stream);
    });
    pipeline(source, parser).then(
      () => resolve(null),
      (error: Error) => {
        file?.destroy(error);
        resolve(null);
      },
    );
  });
}
