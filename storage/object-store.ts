import type { Readable } from "node:stream";

/** What an opened object yields. `length` counts the bytes of `body`; `size` those of the whole object. */
export interface OpenedObject {
  readonly body: Readable;
  readonly length: number;
  readonly size: number;
  readonly contentType: string;
}

export interface ByteRange {
  readonly start: number;
  /** Inclusive, as in HTTP. Absent: to the end of the object. */
  readonly end?: number;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** What the house wants from a store of objects. Keys are made in `storage/keys.ts`, never from a URL. */
export interface ObjectStore {
  /** Stores the whole object or nothing. With `onlyIfAbsent`, answers false and changes nothing where the key is taken. */
  put(
    key: string,
    body: Uint8Array | Readable,
    options: { contentType: string; length?: number; onlyIfAbsent?: boolean },
  ): Promise<boolean>;
  /** Opens an object for reading; null when there is none. Aborting the signal ends the upstream transfer. */
  open(key: string, options?: { range?: ByteRange; signal?: AbortSignal }): Promise<OpenedObject | null>;
  /** Size in bytes, or null when there is no such object. */
  size(key: string): Promise<number | null>;
  /** Removes the objects; a key that is not there is no error. */
  delete(keys: readonly string[]): Promise<void>;
  /** Every object below the prefix, in key order, paged behind the scenes. */
  list(prefix: string): AsyncIterable<ListedObject>;
}
