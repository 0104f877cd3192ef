import { type FileHandle, open } from "node:fs/promises";

/** A file whose first `size` bytes belong to an object. */
export interface Piece {
  readonly path: string;
  readonly size: number;
}

const BLOCK_BYTES = 1024 * 1024;

/** Yields the bytes of an open file from `start` up to `end` in blocks of at most 1 MiB, reading one block ahead. */
export async function* readStretch(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  let ahead: Promise<Buffer> | null = null;
  try {
    for (let position = start; position < end; ) {
      const block: Buffer = await (ahead ?? readBlock(handle, position, end));
      position += block.length;
      ahead = position < end ? readBlock(handle, position, end) : null;
      ahead?.catch(() => {});
      yield block;
    }
  } finally {
    await ahead?.catch(() => {});
  }
}

/** Yields the bytes from `start` up to `end` of the pieces laid end to end, opening one file at a time. */
export async function* readPieces(
  pieces: readonly Piece[],
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for (const { path, size } of pieces) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, size);
    offset += size;
    if (from >= to) continue;
    const handle = await open(path, "r");
    try {
      yield* readStretch(handle, from, to);
    } finally {
      await handle.close();
    }
  }
}

async function readBlock(handle: FileHandle, position: number, end: number): Promise<Buffer> {
  const length = Math.min(BLOCK_BYTES, end - position);
  const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, position);
  if (bytesRead === 0) throw new Error("A stored file is shorter than its object.");
  return bytesRead === length ? buffer : buffer.subarray(0, bytesRead);
}
