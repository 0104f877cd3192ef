import { S3Error } from "./s3-error";
import { ALGORITHM, type CredentialScope } from "./signature-v4";

/** Everything a caller claims about its signature, whether in a header or in the query. */
export interface SignatureClaim {
  readonly scope: CredentialScope;
  readonly timestamp: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** How long the signature holds; null for a header signature, which holds for the allowed clock skew. */
  readonly expiresSeconds: number | null;
}

type Headers = Readonly<Record<string, string | undefined>>;
type MalformedCode = "AuthorizationHeaderMalformed" | "AuthorizationQueryParametersError";

const TIMESTAMP = /^\d{8}T\d{6}Z$/;
const HEADER =
  /^AWS4-HMAC-SHA256 +Credential=([^,\s]+) *, *SignedHeaders=([^,\s]+) *, *Signature=([0-9a-f]{64})$/;
const LONGEST_EXPIRY_SECONDS = 7 * 24 * 3600;

/** Reads the claim of a request; AccessDenied when there is none. */
export function parseSignatureClaim(headers: Headers, query: ReadonlyMap<string, string>): SignatureClaim {
  const inQuery = query.has("X-Amz-Signature") || query.has("X-Amz-Algorithm");
  if (headers.authorization !== undefined) {
    if (inQuery) throw new S3Error("InvalidArgument", "Only one auth mechanism is allowed.");
    return claimInHeader(headers.authorization, headers["x-amz-date"]);
  }
  if (!inQuery) throw new S3Error("AccessDenied");
  return claimInQuery(query);
}

function claimInHeader(authorization: string, timestamp = ""): SignatureClaim {
  const [, credential, names, signature] = HEADER.exec(authorization) ?? [];
  if (credential === undefined || names === undefined || signature === undefined) {
    throw new S3Error("AuthorizationHeaderMalformed");
  }
  if (!TIMESTAMP.test(timestamp)) {
    throw new S3Error("AccessDenied", "AWS authentication requires a valid x-amz-date header.");
  }
  const scope = parseScope(credential, timestamp, "AuthorizationHeaderMalformed");
  return { scope, timestamp, signedHeaders: names.split(";"), signature, expiresSeconds: null };
}

function claimInQuery(query: ReadonlyMap<string, string>): SignatureClaim {
  const timestamp = query.get("X-Amz-Date") ?? "";
  const expiry = query.get("X-Amz-Expires") ?? "";
  const expiresSeconds = /^\d{1,6}$/.test(expiry) ? Number(expiry) : 0;
  const signature = query.get("X-Amz-Signature") ?? "";
  const names = query.get("X-Amz-SignedHeaders") ?? "";
  const wellFormed =
    query.get("X-Amz-Algorithm") === ALGORITHM &&
    TIMESTAMP.test(timestamp) &&
    expiresSeconds >= 1 &&
    expiresSeconds <= LONGEST_EXPIRY_SECONDS &&
    /^[0-9a-f]{64}$/.test(signature) &&
    names !== "";
  if (!wellFormed) throw new S3Error("AuthorizationQueryParametersError");
  const credential = query.get("X-Amz-Credential") ?? "";
  const scope = parseScope(credential, timestamp, "AuthorizationQueryParametersError");
  return { scope, timestamp, signedHeaders: names.split(";"), signature, expiresSeconds };
}

function parseScope(credential: string, timestamp: string, malformed: MalformedCode): CredentialScope {
  const [accessKeyId, date, region, service, terminator, extra] = credential.split("/");
  const wellFormed = service === "s3" && terminator === "aws4_request" && extra === undefined;
  if (!wellFormed || !accessKeyId || !region || date === undefined || date !== timestamp.slice(0, 8)) {
    throw new S3Error(malformed, "The credential must be <key>/<yyyymmdd>/<region>/s3/aws4_request.");
  }
  return { accessKeyId, date, region };
}
