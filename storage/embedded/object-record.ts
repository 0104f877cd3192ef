import { join } from "node:path";
import type { Checksum } from "./checksum";

/** The headers that are kept with an object and given back with it, by their lower-case names. */
export type KeptHeaders = Readonly<Record<string, string>>;

/** What is written behind an object's data and held in memory while the endpoint runs. */
export interface ObjectRecord {
  readonly key: string;
  readonly size: number;
  /** Hex, without quotes. */
  readonly etag: string;
  readonly modifiedAtMs: number;
  /** Grows with every write; of two files for one key the later one counts. */
  readonly sequence: number;
  readonly headers: KeptHeaders;
  readonly checksum: Checksum;
  /** For an object completed from parts: where its bytes are. Otherwise they lie in the record's own file. */
  readonly parts: readonly { readonly name: string; readonly size: number }[] | null;
  /** The multipart upload it was completed from. */
  readonly uploadId: string | null;
}

/** A record together with the name of its file. */
export interface StoredObject {
  readonly name: string;
  readonly record: ObjectRecord;
}

/** Where the directories of one bucket are. */
export interface BucketPaths {
  readonly objects: string;
  readonly uploads: string;
  readonly parts: string;
}

/** The directories of the bucket below the endpoint's own directory. */
export function bucketPaths(root: string, bucket: string): BucketPaths {
  const base = join(root, "buckets", bucket);
  return { objects: join(base, "objects"), uploads: join(base, "uploads"), parts: join(base, "parts") };
}
