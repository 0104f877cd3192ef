import { createHash } from "node:crypto";
import { type Checksum, type ChecksumAlgorithm, compositeChecksum } from "./checksum";
import { S3Error } from "./s3-error";
import type { ListedPart, StoredPart } from "./upload-record";

const SMALLEST_PART = 5 * 1024 * 1024;

/**
 * The stored parts that a completion lists, in order. Refuses an empty list, numbers that do not ascend, a part that
 * is not there or differs in ETag or checksum, and any part but the last that is under 5 MiB.
 */
export function chooseParts(
  stored: ReadonlyMap<number, StoredPart>,
  listed: readonly ListedPart[],
): StoredPart[] {
  if (listed.length === 0) throw new S3Error("MalformedXML", "The list of parts is empty.");
  const chosen = listed.map((entry, index) => {
    const before = listed[index - 1];
    if (before !== undefined && before.number >= entry.number) throw new S3Error("InvalidPartOrder");
    const part = stored.get(entry.number);
    if (part === undefined || part.etag !== entry.etag || !checksumsAgree(part, entry)) {
      throw new S3Error("InvalidPart", undefined, { PartNumber: String(entry.number) });
    }
    return part;
  });
  if (chosen.slice(0, -1).some(({ size }) => size < SMALLEST_PART)) throw new S3Error("EntityTooSmall");
  return chosen;
}

/** The ETag of an object made of parts: the MD5 of their MD5s, and their number. */
export function compositeEtag(parts: readonly StoredPart[]): string {
  const hash = createHash("md5");
  for (const { etag } of parts) hash.update(Buffer.from(etag, "hex"));
  return `${hash.digest("hex")}-${parts.length}`;
}

/** The checksum of an object made of parts; InvalidRequest when a part came without one by that algorithm. */
export function checksumOfParts(parts: readonly StoredPart[], algorithm: ChecksumAlgorithm): Checksum {
  const values = parts.map(({ checksum }) => {
    if (checksum.algorithm !== algorithm) {
      throw new S3Error("InvalidRequest", "A part was uploaded without the checksum the upload asked for.");
    }
    return checksum.value;
  });
  return compositeChecksum(algorithm, values);
}

function checksumsAgree(part: StoredPart, entry: ListedPart): boolean {
  return [...entry.checksums].every(
    ([algorithm, value]) => part.checksum.algorithm === algorithm && part.checksum.value === value,
  );
}
