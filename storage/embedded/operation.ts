import type { RequestTarget } from "./request-target";
import { S3Error } from "./s3-error";

export type Operation =
  | "ListBuckets"
  | "CreateBucket"
  | "HeadBucket"
  | "DeleteBucket"
  | "ListObjectsV2"
  | "ListMultipartUploads"
  | "DeleteObjects"
  | "PutObject"
  | "CopyObject"
  | "GetObject"
  | "HeadObject"
  | "DeleteObject"
  | "CreateMultipartUpload"
  | "UploadPart"
  | "ListParts"
  | "CompleteMultipartUpload"
  | "AbortMultipartUpload";

type Headers = Readonly<Record<string, string | undefined>>;

const LISTING = ["prefix", "delimiter", "encoding-type"];

/** The query parameters each operation understands. */
const QUERIES: Readonly<Record<Operation, readonly string[]>> = {
  ListBuckets: [],
  CreateBucket: [],
  HeadBucket: [],
  DeleteBucket: [],
  ListObjectsV2: ["list-type", "continuation-token", "start-after", "max-keys", "fetch-owner", ...LISTING],
  ListMultipartUploads: ["uploads", "key-marker", "upload-id-marker", "max-uploads", ...LISTING],
  DeleteObjects: ["delete"],
  PutObject: [],
  CopyObject: [],
  GetObject: [],
  HeadObject: [],
  DeleteObject: [],
  CreateMultipartUpload: ["uploads"],
  UploadPart: ["partNumber", "uploadId"],
  ListParts: ["uploadId", "max-parts", "part-number-marker"],
  CompleteMultipartUpload: ["uploadId"],
  AbortMultipartUpload: ["uploadId"],
};

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"];

/** Headers in Amazon's name that mean something here, or that are safe to pass over. */
const KNOWN_HEADERS = new Set(
  `algorithm bucket-region checksum-algorithm checksum-mode checksum-type content-sha256 copy-source date
  decoded-content-length metadata-directive mp-object-size sdk-checksum-algorithm trailer user-agent`
    .split(/\s+/)
    .map((name) => `x-amz-${name}`),
);

/**
 * Names what a request asks for. MethodNotAllowed for a method S3 does not know; NotImplemented for a subresource,
 * query parameter or x-amz header this endpoint does not know, because passing over it would be a silent lie.
 */
export function identifyOperation(method: string, target: RequestTarget, headers: Headers): Operation {
  if (!METHODS.includes(method)) throw new S3Error("MethodNotAllowed");
  const operation = nameOperation(method, target, headers);
  if (operation === null) {
    throw new S3Error(target.query.size > 0 || method === "GET" ? "NotImplemented" : "MethodNotAllowed");
  }
  for (const name of target.query.keys()) {
    if (name !== "x-id" && !name.startsWith("X-Amz-") && !QUERIES[operation].includes(name)) {
      throw new S3Error("NotImplemented", `The query parameter ${name} is not implemented.`);
    }
  }
  for (const name of Object.keys(headers)) {
    const kept = name.startsWith("x-amz-meta-") || name.startsWith("x-amz-checksum-");
    if (name.startsWith("x-amz-") && !kept && !KNOWN_HEADERS.has(name)) {
      throw new S3Error("NotImplemented", `The header ${name} is not implemented.`);
    }
  }
  return operation;
}

function nameOperation(
  method: string,
  { bucket, key, query }: RequestTarget,
  headers: Headers,
): Operation | null {
  if (bucket === null) return method === "GET" ? "ListBuckets" : null;
  return key === null ? bucketOperation(method, query) : objectOperation(method, query, headers);
}

function bucketOperation(method: string, query: ReadonlyMap<string, string>): Operation | null {
  switch (method) {
    case "PUT":
      return "CreateBucket";
    case "HEAD":
      return "HeadBucket";
    case "DELETE":
      return "DeleteBucket";
    case "POST":
      return query.has("delete") ? "DeleteObjects" : null;
  }
  if (query.has("uploads")) return "ListMultipartUploads";
  return query.get("list-type") === "2" ? "ListObjectsV2" : null;
}

function objectOperation(
  method: string,
  query: ReadonlyMap<string, string>,
  headers: Headers,
): Operation | null {
  const inUpload = query.has("uploadId");
  const copies = headers["x-amz-copy-source"] !== undefined;
  switch (method) {
    case "PUT":
      if (inUpload || query.has("partNumber")) return copies ? null : "UploadPart";
      return copies ? "CopyObject" : "PutObject";
    case "HEAD":
      return "HeadObject";
    case "DELETE":
      return inUpload ? "AbortMultipartUpload" : "DeleteObject";
    case "POST":
      if (query.has("uploads")) return "CreateMultipartUpload";
      return inUpload ? "CompleteMultipartUpload" : null;
  }
  return inUpload ? "ListParts" : "GetObject";
}
