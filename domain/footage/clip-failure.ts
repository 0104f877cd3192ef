import type { InspectionRefusal } from "~/domain/footage/inspection";
import type { RenditionRefusal } from "~/domain/footage/renditions";

/** Why a clip cannot be prepared, for good: what was uploaded is at fault, or we tried often enough. */
export type ClipFailure =
  | InspectionRefusal
  | RenditionRefusal
  | "poster-failed"
  | "upload-lost"
  | "upload-incomplete"
  | "upload-altered"
  | "gave-up";

const CLIP_FAILURES: Record<ClipFailure, true> = {
  "empty-file": true,
  "not-a-video": true,
  unreadable: true,
  "no-video-stream": true,
  "unsupported-codec": true,
  "too-long": true,
  "too-many-pixels": true,
  "frame-rate-out-of-range": true,
  "duration-implausible": true,
  "transcode-failed": true,
  "transcode-took-too-long": true,
  "rendition-incomplete": true,
  "frames-missing": true,
  "duration-mismatch": true,
  "poster-failed": true,
  "upload-lost": true,
  "upload-incomplete": true,
  "upload-altered": true,
  "gave-up": true,
};

/** Reads a failure as it was written on a clip; null when it is none that we know. */
export function parseClipFailure(text: string | null): ClipFailure | null {
  return text !== null && Object.hasOwn(CLIP_FAILURES, text) ? (text as ClipFailure) : null;
}
