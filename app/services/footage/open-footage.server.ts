import type { RedactedRendition } from "~/domain/footage/redaction";
import { KEY_NAME, PLAYLIST_NAME, POSTER_NAME, segmentName } from "~/storage/keys";

/** One of the files a player asks for; segments are counted from 0. */
export type FootageFile =
  | { readonly kind: "playlist" | "key" | "poster" }
  | { readonly kind: "segment"; readonly index: number };

/** A file of a rendition as it lies in the store. */
export interface StoredFootage {
  readonly objectKey: string;
  readonly contentType: string;
}

const SEGMENT = /^segment-(\d{5,8})\.ts$/;

const CONTENT_TYPE = {
  playlist: "application/vnd.apple.mpegurl",
  key: "application/octet-stream",
  poster: "image/jpeg",
  segment: "video/mp2t",
} as const satisfies Record<FootageFile["kind"], string>;

/** Reads a file's name as playlists write it; null when we never write such a name. */
export function parseFootageFile(name: string): FootageFile | null {
  if (name === PLAYLIST_NAME) return { kind: "playlist" };
  if (name === KEY_NAME) return { kind: "key" };
  if (name === POSTER_NAME) return { kind: "poster" };
  const index = Number(SEGMENT.exec(name)?.[1] ?? Number.NaN);
  return segmentName(index) === name ? { kind: "segment", index } : null;
}

/** The name of a file, as playlists write it. */
export function footageFileName(file: FootageFile): string {
  if (file.kind === "segment") return segmentName(file.index);
  return { playlist: PLAYLIST_NAME, key: KEY_NAME, poster: POSTER_NAME }[file.kind];
}

/** The media type of a file. */
export function contentTypeOf(file: FootageFile): string {
  return CONTENT_TYPE[file.kind];
}

/** Where a file of redacted footage lies: below the prefix in the rendition's own row, under a name of our making. */
export function openFootage(rendition: RedactedRendition, file: FootageFile): StoredFootage {
  if (file.kind === "key") throw new Error("The content key is not in the store; it comes with the grant");
  return {
    objectKey: `${rendition.objectPrefix}${footageFileName(file)}`,
    contentType: contentTypeOf(file),
  };
}

/** Whether a rendition has such a file; of segments it has as many as its row says. */
export function hasFootageFile(rendition: RedactedRendition, file: FootageFile): boolean {
  return file.kind !== "segment" || file.index < rendition.segmentCount;
}
