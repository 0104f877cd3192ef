import type { ClipId, UploadId } from "~/domain/ids";

/** Where an upload lies until the worker has taken it: the server's own id, never a name from outside. */
export function rawKey(uploadId: UploadId): string {
  return `raw/${uploadId}`;
}

/** Everything made from one clip in one run of its job; a later run writes elsewhere and overwrites nothing. */
export function renditionPrefix(clipId: ClipId, generation: number): string {
  return `hls/${clipId}/${generation}/`;
}

/** Everything ever made from one clip. */
export function clipPrefix(clipId: ClipId): string {
  return `hls/${clipId}/`;
}

export const PLAYLIST_NAME = "playlist.m3u8";
export const POSTER_NAME = "poster.jpg";
/** The name under which a playlist asks for its key; the key itself is never stored here. */
export const KEY_NAME = "key";

/** Name of the nth segment (from 0), as the playlist writes it. */
export function segmentName(index: number): string {
  return `segment-${String(index).padStart(5, "0")}.ts`;
}
