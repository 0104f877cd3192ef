import { type ChecksumAlgorithm, checksumElement } from "./checksum";
import { S3Error } from "./s3-error";
import type { ListedPart } from "./upload-record";
import { childText, readXml, type XmlElement } from "./xml-reader";

const ALGORITHMS: readonly ChecksumAlgorithm[] = ["crc32", "sha1", "sha256"];

/** Reads the document of a CompleteMultipartUpload request. */
export function parsePartList(document: string): ListedPart[] {
  const root = readXml(document);
  if (root.name !== "CompleteMultipartUpload") throw new S3Error("MalformedXML");
  return root.children.map(parsePart);
}

function parsePart(part: XmlElement): ListedPart {
  const number = childText(part, "PartNumber") ?? "";
  const etag = childText(part, "ETag");
  if (part.name !== "Part" || etag === undefined || !/^\d{1,5}$/.test(number)) {
    throw new S3Error("MalformedXML");
  }
  const checksums = new Map<ChecksumAlgorithm, string>();
  for (const algorithm of ALGORITHMS) {
    const value = childText(part, checksumElement(algorithm));
    if (value !== undefined) checksums.set(algorithm, value);
  }
  return { number: Number(number), etag: etag.replaceAll('"', ""), checksums };
}
