import { granted, type Result, refused } from "~/domain/result";

/** The longest file we take, in bytes: 8 GB. */
export const LARGEST_UPLOAD_BYTES = 8_000_000_000;

/** File names we expect; what a file really is shows when it is inspected. */
export const UPLOAD_EXTENSIONS = [".mp4", ".mov", ".mkv"] as const;

export type UploadSizeRefusal = "empty-file" | "file-too-large";

/** Whether a file of so many bytes may be uploaded at all. */
export function decideUploadSize(bytes: number): Result<number, UploadSizeRefusal> {
  if (bytes <= 0) return refused("empty-file");
  return bytes > LARGEST_UPLOAD_BYTES ? refused("file-too-large") : granted(bytes);
}
