import { S3Error } from "./s3-error";

/** What a request line names, decoded once; `rawPath` stays as it was sent. */
export interface RequestTarget {
  readonly rawPath: string;
  readonly bucket: string | null;
  readonly key: string | null;
  readonly query: ReadonlyMap<string, string>;
}

const LONGEST_KEY_BYTES = 1024;
const BUCKET_NAME = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * Splits a request line's target into bucket, key and query without normalising it, because `a/../b` and `a//b`
 * are ordinary keys to S3. Refuses bad percent-encoding, keys over 1024 bytes and names no bucket can have.
 */
export function parseRequestTarget(url: string): RequestTarget {
  const mark = url.indexOf("?");
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  if (!rawPath.startsWith("/")) throw new S3Error("InvalidURI");
  const slash = rawPath.indexOf("/", 1);
  const bucket = decode(slash < 0 ? rawPath.slice(1) : rawPath.slice(1, slash));
  const key = slash < 0 ? "" : decode(rawPath.slice(slash + 1));
  if (bucket === "" && key !== "") throw new S3Error("InvalidURI");
  if (bucket !== "" && !BUCKET_NAME.test(bucket)) throw new S3Error("InvalidBucketName");
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) throw new S3Error("KeyTooLongError");
  const query = new Map(parseQuery(mark < 0 ? "" : url.slice(mark + 1)));
  return { rawPath, bucket: bucket || null, key: key || null, query };
}

/** Bucket and key of an `x-amz-copy-source` header. */
export function parseCopySource(header: string): { bucket: string; key: string } {
  const { bucket, key, query } = parseRequestTarget(header.startsWith("/") ? header : `/${header}`);
  if (bucket === null || key === null) throw new S3Error("InvalidArgument", "Copy source names no object.");
  if (query.size > 0) throw new S3Error("NotImplemented", "There are no versions here.");
  return { bucket, key };
}

function parseQuery(text: string): [string, string][] {
  const pairs = text.split("&").filter((pair) => pair !== "");
  const names = new Set<string>();
  return pairs.map((pair) => {
    const equals = pair.indexOf("=");
    const name = decodeQuery(equals < 0 ? pair : pair.slice(0, equals));
    if (names.has(name)) throw new S3Error("InvalidArgument", "A query parameter is given twice.");
    names.add(name);
    return [name, equals < 0 ? "" : decodeQuery(pair.slice(equals + 1))];
  });
}

function decodeQuery(text: string): string {
  return decode(text.replaceAll("+", "%20"));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error("InvalidURI");
  }
}
