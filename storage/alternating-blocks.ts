import type { Readable } from "node:stream";

/**
 * Regroups a stream into blocks of exactly `blockBytes`; only the last may be shorter. Two buffers take turns, so a
 * block is good until the one after it has been asked for and read: whoever sends blocks on must have sent one
 * before asking for the next but one. No other way of gathering copies each byte only once and leaves no garbage.
 */
export async function* alternatingBlocks(source: Readable, blockBytes: number): AsyncGenerator<Buffer> {
  let [filling, resting]: [Buffer | null, Buffer | null] = [null, null];
  let size = 0;
  for await (const chunk of source) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    for (let at = 0; at < bytes.length; ) {
      // Never from Node's shared pool, whose pieces would keep more alive than themselves.
      filling ??= Buffer.allocUnsafeSlow(blockBytes);
      const taken = bytes.copy(filling, size, at);
      at += taken;
      size += taken;
      if (size < blockBytes) continue;
      yield filling;
      [filling, resting] = [resting, filling];
      size = 0;
    }
  }
  if (filling && size > 0) yield filling.subarray(0, size);
}
