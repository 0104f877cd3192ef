import type { AccountId } from "~/domain/ids";

/** How far the file of a clip has come. */
export type MediaState = "awaiting_upload" | "received" | "preparing" | "prepared" | "failed" | "erased";

/** Where a clip stands for one liaison officer, the most urgent first. */
export const CLIP_STAGES = [
  "awaiting-upload",
  "failed",
  "preparing",
  "to-check",
  "waiting-for-check",
  "released",
  "pulled",
  "erased",
] as const;

export type ClipStage = (typeof CLIP_STAGES)[number];

export interface ClipStageFacts {
  readonly mediaState: MediaState;
  readonly uploadedBy: AccountId;
  readonly releasedAt: Date | null;
  readonly pulledAt: Date | null;
}

/** What a clip asks of an officer: nobody checks what they uploaded themselves. */
export function clipStage(clip: ClipStageFacts, officer: AccountId): ClipStage {
  if (clip.mediaState === "erased") return "erased";
  if (clip.pulledAt !== null) return "pulled";
  if (clip.releasedAt !== null) return "released";
  switch (clip.mediaState) {
    case "awaiting_upload":
      return "awaiting-upload";
    case "failed":
      return "failed";
    case "received":
    case "preparing":
      return "preparing";
    case "prepared":
      return clip.uploadedBy === officer ? "waiting-for-check" : "to-check";
  }
}
