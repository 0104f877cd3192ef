import type { KeptHeaders } from "./object-record";
import { S3Error } from "./s3-error";

type Headers = Readonly<Record<string, string | undefined>>;

const KEPT = ["cache-control", "content-disposition", "content-language", "content-type", "expires"];
const META_PREFIX = "x-amz-meta-";
const MOST_META_BYTES = 2048;

/** The headers of a request that stay with the object: its type, how it may be cached and the user's metadata. */
export function keptHeaders(headers: Headers): KeptHeaders {
  const kept: Record<string, string> = { "content-type": "binary/octet-stream" };
  let metaBytes = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    if (name.startsWith(META_PREFIX))
      metaBytes += name.length - META_PREFIX.length + Buffer.byteLength(value);
    if (name.startsWith(META_PREFIX) || KEPT.includes(name)) kept[name] = value;
  }
  if (metaBytes > MOST_META_BYTES) throw new S3Error("InvalidRequest", "The metadata exceeds 2 kB.");
  const encodings = (headers["content-encoding"] ?? "").split(",").map((encoding) => encoding.trim());
  const encoding = encodings.filter((word) => word !== "" && word !== "aws-chunked").join(",");
  return encoding === "" ? kept : { ...kept, "content-encoding": encoding };
}
