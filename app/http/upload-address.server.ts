import { type ClipId, parseId, type UploadId } from "~/domain/ids";

/** What an address below the mount of uploads names: one upload, or the clip that a form brings a file for. */
export type UploadAddress =
  | { readonly place: "upload"; readonly uploadId: UploadId }
  | { readonly place: "form"; readonly clipId: ClipId };

/** Reads the part of an address after the mount's own; null when it names nothing. */
export function parseUploadAddress(path: string): UploadAddress | null {
  const [, first, second, ...rest] = path.split("/");
  if (rest.length > 0) return null;
  if (first === "clips") {
    const clipId = parseId<ClipId>(second);
    return clipId === null ? null : { place: "form", clipId };
  }
  const uploadId = second === undefined ? parseId<UploadId>(first) : null;
  return uploadId === null ? null : { place: "upload", uploadId };
}
