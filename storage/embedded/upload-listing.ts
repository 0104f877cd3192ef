import { compareKeys } from "../key-order";
import type { OpenUpload } from "./bucket-uploads";
import { keyEncoder } from "./encoded-key";
import type { Exchange } from "./exchange";
import { S3Error } from "./s3-error";
import { element, isoTime, s3Document } from "./xml-writer";

const MOST_UPLOADS = 1000;

/** One page of a bucket's open multipart uploads, by key and then by id. */
export async function listMultipartUploads(exchange: Exchange): Promise<void> {
  const { uploads } = exchange.bucket();
  if (exchange.query("delimiter"))
    throw new S3Error("NotImplemented", "Delimiters are not implemented here.");
  const prefix = exchange.query("prefix") ?? "";
  const keyMarker = exchange.query("key-marker") ?? "";
  const idMarker = keyMarker === "" ? "" : (exchange.query("upload-id-marker") ?? "");
  const maxUploads = exchange.queryNumber("max-uploads", MOST_UPLOADS, MOST_UPLOADS);
  const encodingType = exchange.query("encoding-type");
  const encode = keyEncoder(encodingType);
  const following = [...uploads.all()]
    .filter(({ facts }) => facts.key.startsWith(prefix) && isAfter(facts, keyMarker, idMarker))
    .sort(byKeyThenId);
  const page = following.slice(0, maxUploads);
  const last = page.at(-1)?.facts;
  const truncated = following.length > page.length && last !== undefined;
  exchange.sendXml(
    s3Document(
      "ListMultipartUploadsResult",
      element("Bucket", exchange.bucketName),
      element("KeyMarker", encode(keyMarker)),
      element("UploadIdMarker", idMarker),
      truncated ? element("NextKeyMarker", encode(last.key)) : undefined,
      truncated ? element("NextUploadIdMarker", last.uploadId) : undefined,
      element("Prefix", encode(prefix)),
      encodingType === undefined ? undefined : element("EncodingType", encodingType),
      element("MaxUploads", maxUploads),
      element("IsTruncated", truncated),
      ...page.map(({ facts }) =>
        element(
          "Upload",
          element("Key", encode(facts.key)),
          element("UploadId", facts.uploadId),
          element("Initiated", isoTime(facts.initiatedAtMs)),
          element("StorageClass", "STANDARD"),
        ),
      ),
    ),
  );
}

function isAfter({ key, uploadId }: OpenUpload["facts"], keyMarker: string, idMarker: string): boolean {
  const order = compareKeys(key, keyMarker);
  return order > 0 || (order === 0 && idMarker !== "" && uploadId > idMarker);
}

function byKeyThenId(a: OpenUpload, b: OpenUpload): number {
  return compareKeys(a.facts.key, b.facts.key) || (a.facts.uploadId < b.facts.uploadId ? -1 : 1);
}
