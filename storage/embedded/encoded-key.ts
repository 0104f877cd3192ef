import { S3Error } from "./s3-error";
import { uriEncode } from "./signature-v4";

/** How keys are written into a listing: as they are, or percent-encoded when the caller asked for `url`. */
export function keyEncoder(encodingType: string | undefined): (key: string) => string {
  if (encodingType === undefined) return (key) => key;
  if (encodingType !== "url")
    throw new S3Error("InvalidArgument", "Invalid Encoding Method specified in Request");
  return (key) => uriEncode(key).replaceAll("%2F", "/");
}
