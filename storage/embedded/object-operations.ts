import type { OpenObject } from "./bucket-objects";
import { parseByteRange } from "./byte-range";
import { checksumHeader } from "./checksum";
import type { Exchange, RequestHeaders } from "./exchange";
import { keptHeaders } from "./kept-headers";
import { lateErrorDocument } from "./late-error";
import type { ObjectRecord } from "./object-record";
import { parseCopySource } from "./request-target";
import { S3Error } from "./s3-error";
import { element, isoTime, s3Document } from "./xml-writer";

/** Stores one object whole, once its length, hash and checksums have been verified. */
export async function putObject(exchange: Exchange): Promise<void> {
  const { objects } = exchange.bucket();
  const onlyIfAbsent = parseWriteCondition(exchange.headers);
  const headers = keptHeaders(exchange.headers);
  const { key } = exchange;
  const body = exchange.body();
  const record = await objects.put(
    key,
    body,
    (sequence) => ({
      key,
      size: body.facts.size,
      etag: body.facts.md5,
      modifiedAtMs: Date.now(),
      sequence,
      headers,
      checksum: body.facts.checksum,
      parts: null,
      uploadId: null,
    }),
    onlyIfAbsent,
  );
  exchange.sendEmpty(200, {
    etag: `"${record.etag}"`,
    [checksumHeader(record.checksum.algorithm)]: record.checksum.value,
    "x-amz-checksum-type": record.checksum.type,
    "content-length": "0",
  });
}

/** Sends an object, or one range of it. */
export async function getObject(exchange: Exchange): Promise<void> {
  const opened = await exchange.bucket().objects.open(exchange.key);
  try {
    await sendObject(exchange, opened);
  } finally {
    await opened.close();
  }
}

async function sendObject(exchange: Exchange, { record, bytes }: OpenObject): Promise<void> {
  if (isUnchanged(record, exchange.headers)) return exchange.sendEmpty(304, { etag: `"${record.etag}"` });
  const range = parseByteRange(exchange.headers.range, record.size);
  const { start, end } = range ?? { start: 0, end: record.size };
  const headers: Record<string, string> = {
    ...objectHeaders(record, exchange.headers, range !== null),
    "content-length": String(end - start),
  };
  if (range !== null) headers["content-range"] = `bytes ${start}-${end - 1}/${record.size}`;
  await exchange.sendBytes(range === null ? 200 : 206, headers, bytes(start, end));
}

/** Says of an object what sending it would say, without its bytes. */
export async function headObject(exchange: Exchange): Promise<void> {
  const record = exchange.bucket().objects.find(exchange.key);
  if (record === undefined) throw new S3Error("NoSuchKey");
  if (isUnchanged(record, exchange.headers)) return exchange.sendEmpty(304, { etag: `"${record.etag}"` });
  const range = parseByteRange(exchange.headers.range, record.size);
  const headers = objectHeaders(record, exchange.headers, range !== null);
  if (range === null) return exchange.sendEmpty(200, { ...headers, "content-length": String(record.size) });
  exchange.sendEmpty(206, {
    ...headers,
    "content-length": String(range.end - range.start),
    "content-range": `bytes ${range.start}-${range.end - 1}/${record.size}`,
  });
}

/** Removes one object, whether or not it is there. */
export async function deleteObject(exchange: Exchange): Promise<void> {
  await exchange.bucket().objects.remove([exchange.key]);
  exchange.sendEmpty(204);
}

/** Copies an object within or between buckets. */
export async function copyObject(exchange: Exchange): Promise<void> {
  const { objects } = exchange.bucket();
  const onlyIfAbsent = parseWriteCondition(exchange.headers);
  const from = parseCopySource(exchange.headers["x-amz-copy-source"] ?? "");
  const replaces = exchange.headers["x-amz-metadata-directive"] === "REPLACE";
  const { key } = exchange;
  const source = await exchange.buckets.get(from.bucket).objects.open(from.key);
  try {
    if (exchange.failsIn200) return exchange.sendXml(lateErrorDocument());
    if (!replaces && from.key === key && from.bucket === exchange.bucketName) {
      throw new S3Error(
        "InvalidRequest",
        "An object cannot be copied to itself without changing its metadata.",
      );
    }
    const { record } = source;
    const headers = replaces ? keptHeaders(exchange.headers) : record.headers;
    const makeRecord = (sequence: number): ObjectRecord => ({
      ...record,
      key,
      modifiedAtMs: Date.now(),
      sequence,
      headers,
      parts: null,
      uploadId: null,
    });
    const copy = await objects.put(key, source.bytes(0, record.size), makeRecord, onlyIfAbsent);
    const facts = [element("LastModified", isoTime(copy.modifiedAtMs)), element("ETag", `"${copy.etag}"`)];
    exchange.sendXml(s3Document("CopyObjectResult", ...facts));
  } finally {
    await source.close();
  }
}

/** Whether the write is only for an absent key; NotImplemented for every other condition. */
export function parseWriteCondition(headers: RequestHeaders): boolean {
  if (headers["if-match"] !== undefined) throw new S3Error("NotImplemented", "If-Match is not implemented.");
  const condition = headers["if-none-match"];
  if (condition === undefined) return false;
  if (condition.trim() !== "*")
    throw new S3Error("NotImplemented", "If-None-Match is implemented for * only.");
  return true;
}

function objectHeaders(
  record: ObjectRecord,
  asked: RequestHeaders,
  partial: boolean,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...record.headers,
    etag: `"${record.etag}"`,
    "last-modified": new Date(record.modifiedAtMs).toUTCString(),
    "accept-ranges": "bytes",
  };
  if (!partial && asked["x-amz-checksum-mode"]?.toUpperCase() === "ENABLED") {
    headers[checksumHeader(record.checksum.algorithm)] = record.checksum.value;
    headers["x-amz-checksum-type"] = record.checksum.type;
  }
  return headers;
}

function isUnchanged(record: ObjectRecord, headers: RequestHeaders): boolean {
  const names = (condition: string) =>
    condition.split(",").some((tag) => tag.trim() === "*" || tag.trim() === `"${record.etag}"`);
  const wanted = headers["if-match"];
  if (wanted !== undefined && !names(wanted)) {
    throw new S3Error("PreconditionFailed", undefined, { Condition: "If-Match" });
  }
  const unwanted = headers["if-none-match"];
  return unwanted !== undefined && names(unwanted);
}
