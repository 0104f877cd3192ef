import { open } from "node:fs/promises";
import type { FootageContainer } from "~/domain/footage/inspection";

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);
/** The kinds of box an MP4 or QuickTime file may begin with; the older QuickTime files have no `ftyp`. */
const FIRST_BOXES = new Set(["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"]);

/** Size in bytes, and the container by its first bytes alone: null for anything but MP4, QuickTime or Matroska. */
export async function sniffContainer(
  path: string,
): Promise<{ sizeBytes: number; container: FootageContainer | null }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(16);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { sizeBytes: size, container: containerOf(head.subarray(0, bytesRead)) };
  } finally {
    await file.close();
  }
}

function containerOf(head: Buffer): FootageContainer | null {
  if (head.subarray(0, 4).equals(EBML)) return "matroska";
  return FIRST_BOXES.has(head.toString("latin1", 4, 8)) ? "mp4" : null;
}
