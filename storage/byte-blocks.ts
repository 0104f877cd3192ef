import type { Readable } from "node:stream";

/**
 * Regroups a stream into blocks of exactly `blockBytes`; only the last one may be shorter, and an empty stream
 * gives none. At most one block is held, and the source is destroyed when reading stops early.
 */
export async function* byteBlocks(source: Readable, blockBytes: number): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    let rest: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    while (size + rest.length >= blockBytes) {
      const taken = blockBytes - size;
      yield Buffer.concat([...pieces, rest.subarray(0, taken)], blockBytes);
      pieces = [];
      size = 0;
      rest = rest.subarray(taken);
    }
    if (rest.length > 0) pieces.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(pieces, size);
}
