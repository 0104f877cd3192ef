import { LARGEST_UPLOAD_BYTES } from "~/domain/footage/upload-limits";

const UNITS = [
  { text: "GB", bytes: 1_000_000_000, digits: 1 },
  { text: "MB", bytes: 1_000_000, digits: 0 },
  { text: "kB", bytes: 1_000, digits: 0 },
] as const;

/** A size as people say it: "312 MB", "1.2 GB". Cut, not rounded, so that nothing seems further than it is. */
export function bytesText(bytes: number): string {
  const unit = UNITS.find((candidate) => bytes >= candidate.bytes);
  if (unit === undefined) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  const scale = 10 ** unit.digits;
  return `${Math.floor((bytes / unit.bytes) * scale) / scale} ${unit.text}`;
}

/** The largest file we take. */
export const LARGEST_UPLOAD_TEXT = bytesText(LARGEST_UPLOAD_BYTES);
