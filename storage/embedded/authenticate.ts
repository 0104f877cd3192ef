import { type ChunkSigner, type PayloadForm, parsePayloadForm } from "./payload-form";
import type { RequestTarget } from "./request-target";
import { S3Error } from "./s3-error";
import { parseSignatureClaim, type SignatureClaim } from "./signature-claim";
import { sameSignature, signChunk, signingKey, signRequest, signTrailer } from "./signature-v4";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface UnverifiedRequest {
  readonly method: string;
  readonly target: RequestTarget;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const ALLOWED_SKEW_MS = 15 * 60 * 1000;

/**
 * Verifies the signature of a request, in its header or its query, and says how its body is to be read.
 * Refuses with S3's own codes: unsigned, unknown key, wrong signature, clock more than 15 minutes off, expired.
 */
export function authenticate(request: UnverifiedRequest, credentials: Credentials, now: Date): PayloadForm {
  const { headers, target } = request;
  const claim = parseSignatureClaim(headers, target.query);
  if (headers["x-amz-security-token"] !== undefined || target.query.has("X-Amz-Security-Token")) {
    throw new S3Error("InvalidToken");
  }
  if (claim.scope.accessKeyId !== credentials.accessKeyId) throw new S3Error("InvalidAccessKeyId");
  requireFresh(claim, now);
  requireSignedHeaders(claim, headers);

  const payload = declaredPayload(claim, headers);
  const key = signingKey(credentials.secretAccessKey, claim.scope);
  const expected = signRequest(key, claim.timestamp, claim.scope, {
    method: request.method,
    rawPath: target.rawPath,
    query: new Map([...target.query].filter(([name]) => name !== "X-Amz-Signature")),
    signedHeaders: claim.signedHeaders,
    headers,
    payloadHash: payload,
  });
  if (!sameSignature(expected, claim.signature)) throw new S3Error("SignatureDoesNotMatch");
  return parsePayloadForm(payload, () => chunkSigner(key, claim));
}

function requireFresh(claim: SignatureClaim, now: Date): void {
  const signedAt = parseTimestamp(claim.timestamp);
  const age = now.getTime() - signedAt;
  if (!(age >= -ALLOWED_SKEW_MS)) throw new S3Error("RequestTimeTooSkewed");
  if (claim.expiresSeconds === null) {
    if (age > ALLOWED_SKEW_MS) throw new S3Error("RequestTimeTooSkewed");
  } else if (age > claim.expiresSeconds * 1000) {
    throw new S3Error("AccessDenied", "Request has expired");
  }
}

// A header that changes what a request means must not be addable by whoever carries the request.
function requireSignedHeaders(claim: SignatureClaim, headers: UnverifiedRequest["headers"]): void {
  const signed = new Set(claim.signedHeaders);
  const unsigned = Object.keys(headers).filter((name) => name.startsWith("x-amz-") && !signed.has(name));
  if (!signed.has("host") || unsigned.length > 0) {
    throw new S3Error("AccessDenied", "There were headers present in the request which were not signed", {
      HeadersNotSigned: unsigned.join(", ") || "host",
    });
  }
}

function declaredPayload(claim: SignatureClaim, headers: UnverifiedRequest["headers"]): string {
  const declared = headers["x-amz-content-sha256"];
  if (declared !== undefined) return declared;
  if (claim.expiresSeconds !== null) return "UNSIGNED-PAYLOAD";
  throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
}

function parseTimestamp(timestamp: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function chunkSigner(key: Buffer, claim: SignatureClaim): ChunkSigner {
  let previous = claim.signature;
  return {
    chunk(dataHash) {
      previous = signChunk(key, claim.timestamp, claim.scope, previous, dataHash);
      return previous;
    },
    trailer: (lines) => signTrailer(key, claim.timestamp, claim.scope, previous, lines),
  };
}
