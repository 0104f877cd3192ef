import { Readable } from "node:stream";
import { PutObjectCommand, type PutObjectCommandInput, type S3Client } from "@aws-sdk/client-s3";
import { byteBlocks } from "./byte-blocks";
import { putInParts } from "./put-in-parts";
import { onlyIfAbsentInput, type PutTarget, requireLength, targetInput } from "./put-target";
import { isRefusal } from "./s3-refusal";

const PART_BYTES = 8 * 1024 * 1024;
const LARGEST_SINGLE_PUT = 5 * 1024 ** 3;
const STREAM_BLOCK_BYTES = 256 * 1024;

/**
 * Stores a whole object or nothing; false when it was only to be stored under a free key and the key is taken. A
 * stream is consumed or destroyed in every case; one that does not hold the length declared is refused.
 */
export async function putObject(
  client: S3Client,
  target: PutTarget,
  body: Uint8Array | Readable,
): Promise<boolean> {
  try {
    if (body instanceof Readable) await putReadable(client, target, body);
    else await putBytes(client, target, body);
    return true;
  } catch (error) {
    if (target.onlyIfAbsent && isRefusal(error, "PreconditionFailed")) return false;
    throw error;
  } finally {
    if (body instanceof Readable) body.destroy();
  }
}

// What fits into one part is sent from memory, so that the SDK can send it again when S3 is busy.
async function putReadable(client: S3Client, target: PutTarget, body: Readable): Promise<void> {
  const { length } = target;
  if (length !== undefined && length > PART_BYTES && length <= LARGEST_SINGLE_PUT) {
    return putStream(client, target, body, length);
  }
  const blocks = byteBlocks(body, PART_BYTES);
  const first = await blocks.next();
  const second = first.done ? first : await blocks.next();
  if (first.done || second.done) return putBytes(client, target, first.value ?? new Uint8Array());
  return putInParts(client, target, chain([first.value, second.value], blocks));
}

async function putBytes(client: S3Client, target: PutTarget, body: Uint8Array): Promise<void> {
  requireLength(target, body.length);
  await client.send(new PutObjectCommand({ ...inputOf(target), Body: body, ContentLength: body.length }));
}

// The SDK does not survive a source that fails, so it is handed one that cannot: a failure here aborts the request.
async function putStream(
  client: S3Client,
  target: PutTarget,
  source: Readable,
  length: number,
): Promise<void> {
  const failure = new AbortController();
  async function* guarded(): AsyncGenerator<Buffer> {
    let seen = 0;
    try {
      for await (const block of byteBlocks(source, STREAM_BLOCK_BYTES)) {
        seen += block.length;
        if (seen > length) requireLength(target, seen);
        yield block;
      }
      requireLength(target, seen);
    } catch (error) {
      failure.abort(error);
    }
  }
  const body = Readable.from(guarded(), { objectMode: false, highWaterMark: STREAM_BLOCK_BYTES });
  try {
    const command = new PutObjectCommand({ ...inputOf(target), Body: body, ContentLength: length });
    await client.send(command, { abortSignal: failure.signal });
  } catch (error) {
    throw failure.signal.aborted ? failure.signal.reason : error;
  }
}

async function* chain(first: readonly Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  yield* rest;
}

function inputOf(target: PutTarget): PutObjectCommandInput {
  return { ...targetInput(target), ...onlyIfAbsentInput(target), ContentType: target.contentType };
}
