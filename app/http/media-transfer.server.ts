import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import type { RangeRequest } from "~/app/http/media-range.server";
import type { ByteRange, ObjectStore, OpenedObject } from "~/storage/object-store";
import { UnsatisfiableRange } from "~/storage/unsatisfiable-range";

/** All that is left of a request once it has been decided. */
export interface Transfer {
  readonly objectKey: string;
  readonly range: RangeRequest;
  /** Ends the transfer, and what it draws from the store with it. */
  readonly signal: AbortSignal;
}

/** Hears of the bytes of a transfer: how many it will take, and how many were never sent. */
export interface ByteAccount {
  take(bytes: number): void;
  giveBack(bytes: number): void;
}

/**
 * Sends an object, or the stretch of it that was asked for, as fast as it is read and no faster. False where
 * there is no such object, and then nothing is sent. Ends quietly when the signal or the reader ends it.
 */
export async function sendObject(
  store: ObjectStore,
  { objectKey, range, signal }: Transfer,
  response: Response,
  account: ByteAccount | null,
): Promise<boolean> {
  if (range.kind === "refused") return refuseRange(response, null);
  const stretch = await readStretch(store, objectKey, range);
  const opened = await openStretch(store, objectKey, stretch, signal);
  if (signal.aborted) return true;
  if (opened instanceof UnsatisfiableRange) return refuseRange(response, opened.size);
  if (opened === null) return false;
  const { body, length, size } = opened;
  if (range.kind !== "whole") {
    const start = stretch.start ?? 0;
    response.status(206).setHeader("Content-Range", `bytes ${start}-${start + length - 1}/${size}`);
  }
  response.setHeader("Content-Length", length);
  const { socket } = response;
  const sentBefore = socket?.bytesWritten ?? 0;
  account?.take(length);
  try {
    await pipeline(body, response);
  } catch (error) {
    // A store that fails closes the response as well, so what ended the body tells who left.
    const isOurDoing = body.errored === null || body.errored === signal.reason;
    if (!(signal.aborted && isOurDoing)) throw error;
    const sent = (socket?.bytesWritten ?? 0) - sentBefore;
    account?.giveBack(Math.max(0, length - sent));
    response.destroy();
  }
  return true;
}

/** Answers what a transfer of the whole object would say of itself, without its bytes; false where there is no such object. */
export async function describeObject(
  store: ObjectStore,
  objectKey: string,
  response: Response,
): Promise<boolean> {
  const size = await store.size(objectKey);
  if (size === null) return false;
  response.setHeader("Content-Length", size);
  response.end();
  return true;
}

async function readStretch(
  store: ObjectStore,
  objectKey: string,
  range: Exclude<RangeRequest, { kind: "refused" }>,
): Promise<Partial<ByteRange>> {
  if (range.kind === "whole") return {};
  if (range.kind === "stretch") return range.range;
  const size = await store.size(objectKey);
  return { start: Math.max(0, (size ?? 0) - range.bytes) };
}

async function openStretch(
  store: ObjectStore,
  objectKey: string,
  { start, end }: Partial<ByteRange>,
  signal: AbortSignal,
): Promise<OpenedObject | UnsatisfiableRange | null> {
  try {
    if (start === undefined) return await store.open(objectKey, { signal });
    const range = end === undefined ? { start } : { start, end };
    return await store.open(objectKey, { range, signal });
  } catch (error) {
    if (signal.aborted) return null;
    if (error instanceof UnsatisfiableRange) return error;
    throw error;
  }
}

function refuseRange(response: Response, size: number | null): true {
  if (size !== null) response.setHeader("Content-Range", `bytes */${size}`);
  response.removeHeader("Content-Type");
  response.status(416).end();
  return true;
}
