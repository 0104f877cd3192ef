import type { ClipId, RenditionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";

declare const redacted: unique symbol;

/** An encoding of a clip, and where in the store it lies. */
export interface StoredRendition {
  readonly renditionId: RenditionId;
  readonly clipId: ClipId;
  readonly objectPrefix: string;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly segmentCount: number;
  readonly hasAudio: boolean;
}

/** The only thing that playback can be handed. Nothing outside this file makes one. */
export type RedactedRendition = StoredRendition & { readonly [redacted]: true };

/** Admits what a panel may be shown: footage that a second officer has released and that was not pulled since. */
export function decideRedacted(
  rendition: StoredRendition,
  clip: { readonly releasedAt: Date | null; readonly pulledAt: Date | null },
): Result<RedactedRendition, "not-released" | "pulled"> {
  if (clip.releasedAt === null) return refused("not-released");
  return clip.pulledAt === null ? granted(rendition as RedactedRendition) : refused("pulled");
}

/** Admits what the police's own officers may check before a release: an upload that was prepared and did not fail. */
export function decideForCheck(
  rendition: StoredRendition,
  clip: { readonly mediaState: string },
): Result<RedactedRendition, "not-prepared"> {
  return clip.mediaState === "prepared" ? granted(rendition as RedactedRendition) : refused("not-prepared");
}
