import { copyFile, readFile, truncate, writeFile } from "node:fs/promises";

/** An HLS playlist that asks for a neighbouring file or address, under whatever name is given. */
export async function makePlaylist(path: string, neighbour: string): Promise<void> {
  const lines = [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    "#EXT-X-TARGETDURATION:10",
    "#EXTINF:10,",
    neighbour,
    "#EXT-X-ENDLIST",
    "",
  ];
  await writeFile(path, lines.join("\n"));
}

/** An ffmpeg concatenation script that asks for a neighbouring file. */
export async function makeConcatScript(path: string, neighbour: string): Promise<void> {
  await writeFile(path, `ffconcat version 1.0\nfile '${neighbour}'\nduration 10\n`);
}

export async function makeTextFile(path: string): Promise<void> {
  await writeFile(path, "Minutes of the last meeting. Apologies were received.\n".repeat(40));
}

export async function makeEmptyFile(path: string): Promise<void> {
  await writeFile(path, "");
}

/** The first part (0 to 1) of a sound clip: a transfer that broke off. */
export async function makeTruncated(source: string, path: string, part: number): Promise<void> {
  const { byteLength } = await readFile(source);
  await copyFile(source, path);
  await truncate(path, Math.floor(byteLength * part));
}

/** Which statement of an MP4 about its own length to falsify: that of the film, of the track, or of each sample. */
export type LyingBox = "mvhd" | "mdhd" | "stts";

/** An MP4 whose pictures are untouched while its first such box claims `factor` times its true length. */
export async function makeLyingDuration(
  source: string,
  path: string,
  box: LyingBox,
  factor: number,
): Promise<void> {
  const bytes = await readFile(source);
  const content = bytes.indexOf(box, 0, "latin1") + 4;
  if (content < 4) throw new Error(`${source} has no ${box} box`);
  // All three begin with a version byte; we make only version 0, whose durations are 32 bits wide.
  if (bytes[content] !== 0) throw new Error(`The ${box} box of ${source} is not of version 0`);
  const field = content + (box === "stts" ? 12 : 16);
  bytes.writeUInt32BE(Math.max(1, Math.round(bytes.readUInt32BE(field) * factor)), field);
  await writeFile(path, bytes);
}
