import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

const BLOCK_BYTES = 1024 * 1024;
const MAGIC = Buffer.from("SLS3v001");
const TAIL_BYTES = MAGIC.length + 4;
const LONGEST_FOOTER = 16 * 1024 * 1024;

/** A file of ours as found on disk: `size` bytes of data, then the footer that seals it. */
export interface SealedFile {
  readonly size: number;
  readonly footer: unknown;
}

/**
 * Writes data and then a footer, made once the data is complete, and flushes both to disk. The file means nothing
 * until `publishFile` has moved it into place; when writing fails it is removed again.
 */
export async function writeSealed(
  path: string,
  data: AsyncIterable<Buffer>,
  makeFooter: () => unknown,
): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await writeBlocks(handle, data);
    const footer = Buffer.from(JSON.stringify(makeFooter()));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(footer.length);
    await writeAll(handle, [footer, length, MAGIC]);
    await handle.datasync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Moves a sealed file to its place in one step and flushes the directory, so that it survives a power cut. */
export async function publishFile(from: string, to: string): Promise<void> {
  await rename(from, to);
  await flushDirectory(dirname(to));
}

/** Makes additions to and removals from a directory lasting. */
export async function flushDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads the footer of a sealed file; null when the file is not one of ours. */
export async function readSealed(path: string): Promise<SealedFile | null> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    if (size < TAIL_BYTES) return null;
    const tail = Buffer.alloc(TAIL_BYTES);
    await handle.read(tail, 0, TAIL_BYTES, size - TAIL_BYTES);
    const length = tail.readUInt32BE(0);
    const begin = size - TAIL_BYTES - length;
    if (!tail.subarray(4).equals(MAGIC) || length > LONGEST_FOOTER || begin < 0) return null;
    const footer = Buffer.alloc(length);
    await handle.read(footer, 0, length, begin);
    return { size: begin, footer: parseFooter(path, footer.toString("utf8")) };
  } finally {
    await handle.close();
  }
}

function parseFooter(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The footer of the stored file ${path} is damaged.`);
  }
}

/** No data at all, for files that are only a footer. */
export async function* noData(): AsyncGenerator<Buffer> {}

// One block is on its way to the disk while the next one fills: at most two are held.
async function writeBlocks(handle: FileHandle, data: AsyncIterable<Buffer>): Promise<void> {
  let block: Buffer[] = [];
  let size = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const piece of data) {
      block.push(piece);
      size += piece.length;
      if (size < BLOCK_BYTES) continue;
      await writing;
      writing = writeAll(handle, block);
      writing.catch(() => {});
      block = [];
      size = 0;
    }
  } finally {
    await writing;
  }
  await writeAll(handle, block);
}

async function writeAll(handle: FileHandle, pieces: Buffer[]): Promise<void> {
  const expected = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (expected === 0) return;
  const { bytesWritten } = await handle.writev(pieces);
  if (bytesWritten < expected) await writeAll(handle, [Buffer.concat(pieces).subarray(bytesWritten)]);
}
