import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { S3Error } from "./s3-error";

export type ChecksumAlgorithm = "crc32" | "sha1" | "sha256";

/** A checksum as S3 speaks of it: base64, and for a composite one `-N` after it. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
  readonly type: "FULL_OBJECT" | "COMPOSITE";
}

export interface RunningChecksum {
  update(data: Buffer): void;
  base64(): string;
}

const PREFIX = "x-amz-checksum-";
/** Words that begin like a checksum's header and are none. */
const NO_VALUES = new Set(["x-amz-checksum-algorithm", "x-amz-checksum-mode", "x-amz-checksum-type"]);
const DIGEST_BYTES: Readonly<Record<ChecksumAlgorithm, number>> = { crc32: 4, sha1: 20, sha256: 32 };

/** The header, trailer or XML element that carries a checksum of this algorithm. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `${PREFIX}${algorithm}`;
}

/** The XML element that carries a checksum of this algorithm. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm.toUpperCase()}`;
}

/** Reads an algorithm's name in any case; NotImplemented for one that cannot be verified here. */
export function parseChecksumAlgorithm(name: string): ChecksumAlgorithm {
  const lower = name.toLowerCase();
  if (lower === "crc32" || lower === "sha1" || lower === "sha256") return lower;
  throw new S3Error("NotImplemented", `Checksums by ${name} are not implemented.`);
}

/** The algorithm of the one checksum named among these headers or trailers; null when there is none. */
export function findChecksumAlgorithm(names: Iterable<string>): ChecksumAlgorithm | null {
  const [found, second] = [...names].filter((name) => name.startsWith(PREFIX) && !NO_VALUES.has(name));
  if (second !== undefined) throw new S3Error("InvalidRequest", "Expecting a single x-amz-checksum- header.");
  return found === undefined ? null : parseChecksumAlgorithm(found.slice(PREFIX.length));
}

/** InvalidDigest when the value cannot be a checksum of this algorithm. */
export function requireChecksumShape(algorithm: ChecksumAlgorithm, value: string): void {
  const bytes = Buffer.from(value, "base64");
  if (bytes.length !== DIGEST_BYTES[algorithm] || bytes.toString("base64") !== value) {
    throw new S3Error("InvalidDigest", `Value for ${checksumHeader(algorithm)} header is invalid.`);
  }
}

/** A checksum that is fed piece by piece. */
export function startChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  if (algorithm !== "crc32") {
    const hash = createHash(algorithm);
    return { update: (data) => void hash.update(data), base64: () => hash.digest("base64") };
  }
  let value = 0;
  return {
    update: (data) => {
      value = crc32(data, value);
    },
    base64: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString("base64");
    },
  };
}

/** The checksum of an object made of parts: that of the parts' checksums, and their number. */
export function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly string[]): Checksum {
  const running = startChecksum(algorithm);
  for (const part of parts) running.update(Buffer.from(part, "base64"));
  return { algorithm, value: `${running.base64()}-${parts.length}`, type: "COMPOSITE" };
}
