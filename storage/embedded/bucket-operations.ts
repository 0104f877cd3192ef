import { keyEncoder } from "./encoded-key";
import type { Exchange } from "./exchange";
import { listKeys } from "./key-listing";
import { S3Error } from "./s3-error";
import { childText, readXml } from "./xml-reader";
import { element, isoTime, s3Document } from "./xml-writer";

const MOST_KEYS = 1000;
const LONGEST_DELETE_BYTES = 4 * 1024 * 1024;
const OWNER = element("Owner", element("ID", "embedded"), element("DisplayName", "embedded"));

/** Lists all buckets by name. */
export async function listBuckets(exchange: Exchange): Promise<void> {
  const buckets = exchange.buckets
    .all()
    .map(({ name, createdAtMs }) =>
      element("Bucket", element("Name", name), element("CreationDate", isoTime(createdAtMs))),
    );
  exchange.sendXml(s3Document("ListAllMyBucketsResult", OWNER, element("Buckets", ...buckets)));
}

/** Makes a bucket; the location a client asks for means nothing here. */
export async function createBucket(exchange: Exchange): Promise<void> {
  await exchange.body().text(LONGEST_DELETE_BYTES);
  await exchange.buckets.create(exchange.bucketName);
  exchange.sendEmpty(200, { location: `/${exchange.bucketName}`, "content-length": "0" });
}

/** Says whether the bucket is there. */
export async function headBucket(exchange: Exchange): Promise<void> {
  exchange.bucket();
  exchange.sendEmpty(200);
}

/** Removes an empty bucket. */
export async function deleteBucket(exchange: Exchange): Promise<void> {
  await exchange.buckets.remove(exchange.bucketName);
  exchange.sendEmpty(204);
}

/** One page of a bucket, at most 1000 keys and common prefixes. */
export async function listObjectsV2(exchange: Exchange): Promise<void> {
  const { objects } = exchange.bucket();
  const prefix = exchange.query("prefix") ?? "";
  const delimiter = exchange.query("delimiter") ?? "";
  const encodingType = exchange.query("encoding-type");
  const encode = keyEncoder(encodingType);
  const maxKeys = exchange.queryNumber("max-keys", MOST_KEYS, MOST_KEYS);
  const startAfter = exchange.query("start-after");
  const continuationToken = exchange.query("continuation-token");
  const page = listKeys(objects, { prefix, delimiter, startAfter, continuationToken, maxKeys });
  const contents = page.contents.map((record) =>
    element(
      "Contents",
      element("Key", encode(record.key)),
      element("LastModified", isoTime(record.modifiedAtMs)),
      element("ETag", `"${record.etag}"`),
      element("Size", record.size),
      element("StorageClass", "STANDARD"),
      exchange.query("fetch-owner") === "true" ? OWNER : undefined,
    ),
  );
  const prefixes = page.commonPrefixes.map((common) =>
    element("CommonPrefixes", element("Prefix", encode(common))),
  );
  exchange.sendXml(
    s3Document(
      "ListBucketResult",
      element("Name", exchange.bucketName),
      element("Prefix", encode(prefix)),
      delimiter === "" ? undefined : element("Delimiter", encode(delimiter)),
      element("MaxKeys", maxKeys),
      encodingType === undefined ? undefined : element("EncodingType", encodingType),
      element("KeyCount", contents.length + prefixes.length),
      element("IsTruncated", page.nextToken !== null),
      continuationToken === undefined ? undefined : element("ContinuationToken", continuationToken),
      page.nextToken === null ? undefined : element("NextContinuationToken", page.nextToken),
      startAfter === undefined ? undefined : element("StartAfter", encode(startAfter)),
      ...contents,
      ...prefixes,
    ),
  );
}

/** Removes up to 1000 objects named in a document. */
export async function deleteObjects(exchange: Exchange): Promise<void> {
  const { objects } = exchange.bucket();
  const request = readXml(await exchange.body().text(LONGEST_DELETE_BYTES));
  const entries = request.children.filter(({ name }) => name === "Object");
  const keys = entries.map((entry) => {
    const key = childText(entry, "Key");
    if (key === undefined || key === "") throw new S3Error("MalformedXML");
    if (childText(entry, "VersionId") !== undefined) throw new S3Error("NotImplemented");
    return key;
  });
  if (request.name !== "Delete" || keys.length === 0 || keys.length > MOST_KEYS) {
    throw new S3Error("MalformedXML");
  }
  await objects.remove(keys);
  const quiet = childText(request, "Quiet") === "true";
  const deleted = quiet ? [] : keys.map((key) => element("Deleted", element("Key", key)));
  exchange.sendXml(s3Document("DeleteResult", ...deleted));
}
