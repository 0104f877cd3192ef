import { randomBytes, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BucketObjects } from "./bucket-objects";
import { checksumOfParts, chooseParts, compositeEtag } from "./completed-parts";
import type { BucketPaths, ObjectRecord } from "./object-record";
import { S3Error } from "./s3-error";
import { flushDirectory, noData, publishFile, writeSealed } from "./sealed-file";
import type { ListedPart, PartFacts, StoredPart, UploadFacts } from "./upload-record";
import type { Workbench } from "./workbench";

/** A multipart upload that is neither completed nor aborted. */
export interface OpenUpload {
  readonly facts: UploadFacts;
  readonly parts: Map<number, StoredPart>;
  completing: boolean;
}

/** The multipart uploads of one bucket. A part is one file; completing an upload copies nothing. */
export class BucketUploads {
  readonly #open = new Map<string, OpenUpload>();

  constructor(
    private readonly paths: BucketPaths,
    private readonly bench: Workbench,
    private readonly objects: BucketObjects,
    found: Iterable<OpenUpload>,
  ) {
    for (const upload of found) this.#open.set(upload.facts.uploadId, upload);
  }

  /** All open uploads, in no order. */
  all(): Iterable<OpenUpload> {
    return this.#open.values();
  }

  /** NoSuchUpload unless the upload is open and belongs to the key. */
  get(uploadId: string, key: string): OpenUpload {
    const upload = this.#open.get(uploadId);
    if (upload?.facts.key !== key) throw new S3Error("NoSuchUpload", undefined, { UploadId: uploadId });
    return upload;
  }

  async create(facts: Omit<UploadFacts, "uploadId">): Promise<string> {
    const uploadId = randomBytes(24).toString("hex");
    const upload = { ...facts, uploadId };
    const unfinished = this.bench.unfinishedPath();
    await writeSealed(unfinished, noData(), () => upload);
    await publishFile(unfinished, this.#uploadPath(uploadId));
    this.#open.set(uploadId, { facts: upload, parts: new Map(), completing: false });
    return uploadId;
  }

  /** Stores one part, replacing an earlier one of its number. */
  async putPart(
    upload: OpenUpload,
    data: AsyncIterable<Buffer>,
    makeFacts: (sequence: number) => PartFacts,
  ): Promise<PartFacts> {
    const unfinished = this.bench.unfinishedPath();
    let facts: PartFacts | undefined;
    await writeSealed(unfinished, data, () => {
      facts = makeFacts(this.bench.nextSequence());
      return facts;
    });
    if (facts === undefined) throw new Error("A part was sealed without its facts.");
    const part: StoredPart = { ...facts, name: randomUUID() };
    await publishFile(unfinished, this.#partPath(part));
    if (this.#open.get(upload.facts.uploadId) !== upload || upload.completing) {
      await rm(this.#partPath(part), { force: true });
      throw new S3Error("NoSuchUpload", undefined, { UploadId: upload.facts.uploadId });
    }
    const before = upload.parts.get(part.number);
    const kept = before !== undefined && before.sequence > part.sequence ? before : part;
    upload.parts.set(part.number, kept);
    const outdated = kept === part ? before : part;
    if (outdated !== undefined) await rm(this.#partPath(outdated), { force: true });
    return facts;
  }

  /** Makes the object of the listed parts; the other parts are removed. */
  async complete(
    upload: OpenUpload,
    listed: readonly ListedPart[],
    onlyIfAbsent: boolean,
  ): Promise<ObjectRecord> {
    if (upload.completing) throw new S3Error("OperationAborted");
    const chosen = chooseParts(upload.parts, listed);
    upload.completing = true;
    try {
      const { facts } = upload;
      const checksum = checksumOfParts(chosen, facts.checksumAlgorithm ?? "crc32");
      const makeRecord = (sequence: number): ObjectRecord => ({
        key: facts.key,
        size: chosen.reduce((sum, { size }) => sum + size, 0),
        etag: compositeEtag(chosen),
        modifiedAtMs: Date.now(),
        sequence,
        headers: facts.headers,
        checksum,
        parts: chosen.map(({ name, size }) => ({ name, size })),
        uploadId: facts.uploadId,
      });
      const record = await this.objects.put(facts.key, noData(), makeRecord, onlyIfAbsent);
      const used = new Set(chosen.map(({ name }) => name));
      await this.#forget(upload, used);
      return record;
    } finally {
      upload.completing = false;
    }
  }

  /** Removes an upload and all its parts. */
  async abort(upload: OpenUpload): Promise<void> {
    if (upload.completing) throw new S3Error("OperationAborted");
    await this.#forget(upload, new Set());
  }

  async #forget(upload: OpenUpload, used: ReadonlySet<string>): Promise<void> {
    this.#open.delete(upload.facts.uploadId);
    await rm(this.#uploadPath(upload.facts.uploadId), { force: true });
    await flushDirectory(this.paths.uploads);
    for (const part of upload.parts.values()) {
      if (!used.has(part.name)) await rm(this.#partPath(part), { force: true });
    }
  }

  #uploadPath(uploadId: string): string {
    return join(this.paths.uploads, uploadId);
  }

  #partPath(part: StoredPart): string {
    return join(this.paths.parts, part.name);
  }
}
