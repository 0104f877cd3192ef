import type { Checksum, ChecksumAlgorithm } from "./checksum";
import type { KeptHeaders } from "./object-record";

/** What is kept of a multipart upload from its creation on. */
export interface UploadFacts {
  readonly uploadId: string;
  readonly key: string;
  readonly initiatedAtMs: number;
  readonly headers: KeptHeaders;
  readonly checksumAlgorithm: ChecksumAlgorithm | null;
}

/** What is kept of one part, behind its data. */
export interface PartFacts {
  readonly uploadId: string;
  readonly number: number;
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum;
  readonly modifiedAtMs: number;
  readonly sequence: number;
}

/** A part together with the name of its file. */
export interface StoredPart extends PartFacts {
  readonly name: string;
}

/** A part as CompleteMultipartUpload lists it. */
export interface ListedPart {
  readonly number: number;
  readonly etag: string;
  readonly checksums: ReadonlyMap<ChecksumAlgorithm, string>;
}
