import { randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BucketPaths, ObjectRecord, StoredObject } from "./object-record";
import { readPieces, readStretch } from "./piece-reader";
import { S3Error } from "./s3-error";
import { flushDirectory, publishFile, writeSealed } from "./sealed-file";
import { SortedKeys } from "./sorted-keys";
import { hasAll, readFacts } from "./stored-facts";
import type { Workbench } from "./workbench";

/** An object held open: an overwrite or a removal does not disturb its bytes until it is closed. */
export interface OpenObject {
  readonly record: ObjectRecord;
  bytes(start: number, end: number): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/**
 * The objects of one bucket. Each is one file of a random name, so that no key reaches the file system; the index
 * from key to file lives in memory and is rebuilt from the files at start.
 */
export class BucketObjects {
  readonly #objects = new Map<string, StoredObject>();
  #sorted = new SortedKeys([]);

  constructor(
    private readonly paths: BucketPaths,
    private readonly bench: Workbench,
  ) {}

  /** Builds the index from the files; where a crash left two files for one key the older one goes. */
  async load(): Promise<void> {
    for (const { name, facts: record } of await readFacts(this.paths.objects, isObjectRecord)) {
      this.bench.sawSequence(record.sequence);
      const other = this.#objects.get(record.key);
      const outdated = other !== undefined && other.record.sequence > record.sequence ? name : other?.name;
      if (outdated !== name) this.#objects.set(record.key, { name, record });
      if (outdated !== undefined) await rm(join(this.paths.objects, outdated), { force: true });
    }
    this.#sorted = new SortedKeys(this.#objects.keys());
  }

  get size(): number {
    return this.#objects.size;
  }

  find(key: string): ObjectRecord | undefined {
    return this.#objects.get(key)?.record;
  }

  /** Records of the keys after `after` that are not before `from`, in key order. */
  *following(after: string | null, from: string): Generator<ObjectRecord> {
    for (const key of this.#sorted.following(after, from)) {
      const record = this.find(key);
      if (record !== undefined) yield record;
    }
  }

  /** Opens an object; NoSuchKey when there is none. */
  open(key: string): Promise<OpenObject> {
    return this.bench.locks.run(this.#lockName(key), async () => {
      const stored = this.#objects.get(key);
      if (stored === undefined) throw new S3Error("NoSuchKey", undefined, { Key: key });
      const { record, name } = stored;
      if (record.parts === null) {
        const handle = await open(join(this.paths.objects, name), "r");
        return {
          record,
          bytes: (start, end) => readStretch(handle, start, end),
          close: () => handle.close(),
        };
      }
      const pieces = record.parts.map((part) => ({
        path: join(this.paths.parts, part.name),
        size: part.size,
      }));
      const close = this.bench.pins.pin(pieces.map(({ path }) => path));
      return { record, bytes: (start, end) => readPieces(pieces, start, end), close };
    });
  }

  /** Writes an object; `makeRecord` is called once the data has been read to its end without complaint. */
  async put(
    key: string,
    data: AsyncIterable<Buffer>,
    makeRecord: (sequence: number) => ObjectRecord,
    onlyIfAbsent: boolean,
  ): Promise<ObjectRecord> {
    this.#requireAbsent(key, onlyIfAbsent);
    const unfinished = this.bench.unfinishedPath();
    let record: ObjectRecord | undefined;
    await writeSealed(unfinished, data, () => {
      record = makeRecord(this.bench.nextSequence());
      return record;
    });
    if (record === undefined) throw new Error("An object was sealed without a record.");
    return this.#publish(unfinished, record, onlyIfAbsent);
  }

  /** Removes objects; keys that are not there are no error. */
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of new Set(keys)) {
      await this.bench.locks.run(this.#lockName(key), async () => {
        const stored = this.#objects.get(key);
        if (stored === undefined) return;
        this.#objects.delete(key);
        this.#sorted.remove(key);
        await this.#discard(stored);
      });
    }
    await flushDirectory(this.paths.objects);
  }

  #publish(unfinished: string, record: ObjectRecord, onlyIfAbsent: boolean): Promise<ObjectRecord> {
    return this.bench.locks.run(this.#lockName(record.key), async () => {
      const name = randomUUID();
      try {
        this.#requireAbsent(record.key, onlyIfAbsent);
        await publishFile(unfinished, join(this.paths.objects, name));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      const before = this.#objects.get(record.key);
      this.#objects.set(record.key, { name, record });
      this.#sorted.add(record.key);
      if (before !== undefined) await this.#discard(before);
      return record;
    });
  }

  async #discard({ name, record }: StoredObject): Promise<void> {
    await rm(join(this.paths.objects, name), { force: true });
    await this.bench.pins.discard((record.parts ?? []).map((part) => join(this.paths.parts, part.name)));
  }

  #requireAbsent(key: string, onlyIfAbsent: boolean): void {
    if (onlyIfAbsent && this.#objects.has(key)) {
      throw new S3Error("PreconditionFailed", undefined, { Condition: "If-None-Match" });
    }
  }

  #lockName(key: string): string {
    return `${this.paths.objects}/${key}`;
  }
}

function isObjectRecord(footer: unknown): footer is ObjectRecord {
  return hasAll(footer, "key", "size", "etag", "modifiedAtMs", "sequence", "headers", "checksum", "parts");
}
