import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export interface CredentialScope {
  readonly accessKeyId: string;
  /** `yyyymmdd`. */
  readonly date: string;
  readonly region: string;
}

export interface SignedRequest {
  readonly method: string;
  readonly rawPath: string;
  readonly query: ReadonlyMap<string, string>;
  /** Lower-case names, in the order they were signed. */
  readonly signedHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly payloadHash: string;
}

export const ALGORITHM = "AWS4-HMAC-SHA256";
export const EMPTY_SHA256 = createHash("sha256").digest("hex");

/** The key of one day, region and service: from it every signature of that day is made. */
export function signingKey(secretAccessKey: string, scope: CredentialScope): Buffer {
  const day = hmac(`AWS4${secretAccessKey}`, scope.date);
  return hmac(hmac(hmac(day, scope.region), "s3"), "aws4_request");
}

/** The hex signature of a request made at `timestamp` (`yyyymmddThhmmssZ`), by AWS Signature Version 4 for S3. */
export function signRequest(
  key: Buffer,
  timestamp: string,
  scope: CredentialScope,
  request: SignedRequest,
): string {
  const text = [ALGORITHM, timestamp, scopeText(scope), sha256Hex(canonicalRequest(request))].join("\n");
  return hmac(key, text).toString("hex");
}

/** Signs the next chunk of a streamed body, given the signature before it and the hash of the chunk's data. */
export function signChunk(
  key: Buffer,
  timestamp: string,
  scope: CredentialScope,
  previous: string,
  dataHash: string,
): string {
  const lines = [`${ALGORITHM}-PAYLOAD`, timestamp, scopeText(scope), previous, EMPTY_SHA256, dataHash];
  return hmac(key, lines.join("\n")).toString("hex");
}

/** Signs the trailer of a streamed body; `trailer` is its lines as `name:value\n`. */
export function signTrailer(
  key: Buffer,
  timestamp: string,
  scope: CredentialScope,
  previous: string,
  trailer: string,
): string {
  const lines = [`${ALGORITHM}-TRAILER`, timestamp, scopeText(scope), previous, sha256Hex(trailer)];
  return hmac(key, lines.join("\n")).toString("hex");
}

/** Compares two signatures in a time that does not tell where they differ. */
export function sameSignature(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Percent-encoding as the signature wants it: everything but unreserved characters. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalRequest(request: SignedRequest): string {
  const path = request.rawPath
    .split("/")
    .map((segment) => uriEncode(decodeURIComponent(segment)))
    .join("/");
  const query = [...request.query]
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const headers = request.signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? "").trim().replace(/ +/g, " ")}\n`,
  );
  const names = request.signedHeaders.join(";");
  return [request.method, path, query, headers.join(""), names, request.payloadHash].join("\n");
}

function scopeText(scope: CredentialScope): string {
  return `${scope.date}/${scope.region}/s3/aws4_request`;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
