import { checksumElement, checksumHeader, parseChecksumAlgorithm } from "./checksum";
import type { Exchange } from "./exchange";
import { keptHeaders } from "./kept-headers";
import { lateErrorDocument } from "./late-error";
import { parseWriteCondition } from "./object-operations";
import type { ObjectRecord } from "./object-record";
import { parsePartList } from "./part-list";
import { S3Error } from "./s3-error";
import { element, isoTime, s3Document } from "./xml-writer";

const MOST_PARTS = 10_000;
const LONGEST_PART_LIST_BYTES = 4 * 1024 * 1024;

/** Opens a multipart upload. */
export async function createMultipartUpload(exchange: Exchange): Promise<void> {
  const { uploads } = exchange.bucket();
  const algorithm = exchange.headers["x-amz-checksum-algorithm"];
  if (exchange.headers["x-amz-checksum-type"] === "FULL_OBJECT") {
    throw new S3Error("NotImplemented", "Checksums of whole multipart objects are not implemented.");
  }
  const checksumAlgorithm = algorithm === undefined ? null : parseChecksumAlgorithm(algorithm);
  const uploadId = await uploads.create({
    key: exchange.key,
    initiatedAtMs: Date.now(),
    headers: keptHeaders(exchange.headers),
    checksumAlgorithm,
  });
  const headers: Record<string, string> =
    algorithm === undefined ? {} : { "x-amz-checksum-algorithm": algorithm };
  exchange.sendXml(
    s3Document(
      "InitiateMultipartUploadResult",
      element("Bucket", exchange.bucketName),
      element("Key", exchange.key),
      element("UploadId", uploadId),
    ),
    headers,
  );
}

/** Takes one part, numbered 1 to 10000. */
export async function uploadPart(exchange: Exchange): Promise<void> {
  const { uploads } = exchange.bucket();
  const number = exchange.queryNumber("partNumber", 0, MOST_PARTS + 1);
  if (number < 1 || number > MOST_PARTS) {
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
  }
  const upload = uploads.get(exchange.query("uploadId") ?? "", exchange.key);
  const body = exchange.body();
  const part = await uploads.putPart(upload, body, (sequence) => ({
    uploadId: upload.facts.uploadId,
    number,
    size: body.facts.size,
    etag: body.facts.md5,
    checksum: body.facts.checksum,
    modifiedAtMs: Date.now(),
    sequence,
  }));
  exchange.sendEmpty(200, {
    etag: `"${part.etag}"`,
    [checksumHeader(part.checksum.algorithm)]: part.checksum.value,
    "content-length": "0",
  });
}

/** Makes the object of the parts that the document lists. */
export async function completeMultipartUpload(exchange: Exchange): Promise<void> {
  const { uploads, objects } = exchange.bucket();
  const onlyIfAbsent = parseWriteCondition(exchange.headers);
  const uploadId = exchange.query("uploadId") ?? "";
  const listed = parsePartList(await exchange.body().text(LONGEST_PART_LIST_BYTES));
  if (exchange.failsIn200) return exchange.sendXml(lateErrorDocument());
  // A client whose first answer was lost asks again, and S3 tells it the same once more.
  const done = objects.find(exchange.key);
  if (done?.uploadId === uploadId) return sendCompleted(exchange, done);
  const upload = uploads.get(uploadId, exchange.key);
  sendCompleted(exchange, await uploads.complete(upload, listed, onlyIfAbsent));
}

/** Gives an upload up and removes its parts. */
export async function abortMultipartUpload(exchange: Exchange): Promise<void> {
  const { uploads } = exchange.bucket();
  await uploads.abort(uploads.get(exchange.query("uploadId") ?? "", exchange.key));
  exchange.sendEmpty(204);
}

function sendCompleted(exchange: Exchange, { key, etag, checksum }: ObjectRecord): void {
  exchange.sendXml(
    s3Document(
      "CompleteMultipartUploadResult",
      element("Location", `/${exchange.bucketName}/${key}`),
      element("Bucket", exchange.bucketName),
      element("Key", key),
      element("ETag", `"${etag}"`),
      element(checksumElement(checksum.algorithm), checksum.value),
      element("ChecksumType", checksum.type),
    ),
  );
}

/** One page of an upload's parts, at most 1000. */
export async function listParts(exchange: Exchange): Promise<void> {
  const upload = exchange.bucket().uploads.get(exchange.query("uploadId") ?? "", exchange.key);
  const marker = exchange.queryNumber("part-number-marker", 0, MOST_PARTS);
  const maxParts = exchange.queryNumber("max-parts", 1000, 1000);
  const following = [...upload.parts.values()]
    .filter(({ number }) => number > marker)
    .sort((a, b) => a.number - b.number);
  const page = following.slice(0, maxParts);
  const parts = page.map((part) =>
    element(
      "Part",
      element("PartNumber", part.number),
      element("LastModified", isoTime(part.modifiedAtMs)),
      element("ETag", `"${part.etag}"`),
      element("Size", part.size),
      element(checksumElement(part.checksum.algorithm), part.checksum.value),
    ),
  );
  exchange.sendXml(
    s3Document(
      "ListPartsResult",
      element("Bucket", exchange.bucketName),
      element("Key", exchange.key),
      element("UploadId", upload.facts.uploadId),
      element("PartNumberMarker", marker),
      element("NextPartNumberMarker", page.at(-1)?.number ?? marker),
      element("MaxParts", maxParts),
      element("IsTruncated", following.length > page.length),
      element("StorageClass", "STANDARD"),
      ...parts,
    ),
  );
}
