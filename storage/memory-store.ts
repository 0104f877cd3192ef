import { Readable } from "node:stream";
import { compareKeys } from "./key-order";
import type { ByteRange, ListedObject, ObjectStore, OpenedObject } from "./object-store";
import { UnsatisfiableRange } from "./unsatisfiable-range";

interface Held {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly modifiedAt: Date;
}

/** The object store in memory, for tests of what stands above it. `now` dates the objects. */
export class MemoryStore implements ObjectStore {
  readonly #objects = new Map<string, Held>();

  constructor(private readonly now: () => Date = () => new Date()) {}

  async put(
    key: string,
    body: Uint8Array | Readable,
    options: { contentType: string; length?: number; onlyIfAbsent?: boolean },
  ): Promise<boolean> {
    const bytes = body instanceof Readable ? await collect(body) : Buffer.from(body);
    if (options.length !== undefined && options.length !== bytes.length) {
      throw new Error(
        `The body for ${key} was declared as ${options.length} bytes and held ${bytes.length}.`,
      );
    }
    if (options.onlyIfAbsent && this.#objects.has(key)) return false;
    this.#objects.set(key, { bytes, contentType: options.contentType, modifiedAt: this.now() });
    return true;
  }

  async open(
    key: string,
    options: { range?: ByteRange; signal?: AbortSignal } = {},
  ): Promise<OpenedObject | null> {
    const { range, signal } = options;
    signal?.throwIfAborted();
    const held = this.#objects.get(key);
    if (held === undefined) return null;
    const size = held.bytes.length;
    if (range !== undefined && range.start >= size) throw new UnsatisfiableRange(key, size);
    const bytes = held.bytes.subarray(range?.start ?? 0, range?.end === undefined ? size : range.end + 1);
    const body = new Readable({ read() {}, ...(signal === undefined ? {} : { signal }) });
    body.on("error", () => {});
    body.push(bytes.length > 0 ? bytes : null);
    if (bytes.length > 0) body.push(null);
    return { body, length: bytes.length, size, contentType: held.contentType };
  }

  async size(key: string): Promise<number | null> {
    return this.#objects.get(key)?.bytes.length ?? null;
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#objects.delete(key);
  }

  async *list(prefix: string): AsyncGenerator<ListedObject> {
    for (const key of [...this.#objects.keys()].sort(compareKeys)) {
      const held = this.#objects.get(key);
      if (held === undefined || !key.startsWith(prefix)) continue;
      yield { key, size: held.bytes.length, modifiedAt: held.modifiedAt };
    }
  }
}

async function collect(body: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
