// Neither the name nor the bytes of a file are kept, because the computer may be shared.
function keyOf(clipId: string, file: Pick<File, "size" | "lastModified">): string {
  return `upload:${clipId}:${file.size}:${file.lastModified}`;
}

/** The upload that this browser began for the same file of the same clip; null when there is none. */
export function rememberedUpload(clipId: string, file: File): string | null {
  try {
    return localStorage.getItem(keyOf(clipId, file));
  } catch {
    return null;
  }
}

/** Remembers an upload, so that it can be gone on with after the page was closed. */
export function rememberUpload(clipId: string, file: File, uploadId: string): void {
  try {
    localStorage.setItem(keyOf(clipId, file), uploadId);
  } catch {
    // A browser that keeps nothing begins anew next time.
  }
}

export function forgetUpload(clipId: string, file: File): void {
  try {
    localStorage.removeItem(keyOf(clipId, file));
  } catch {
    // There was nothing to forget.
  }
}
