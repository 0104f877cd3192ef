import type { TagTone } from "~/app/components/ui/tag";
import type { ClipStage } from "~/domain/footage/clip-stage";

interface ClipStageText {
  readonly text: string;
  readonly tone: TagTone;
}

/** Where a clip stands, in a word or two. */
export const clipStageText: Record<ClipStage, ClipStageText> = {
  "awaiting-upload": { text: "Awaiting upload", tone: "attention" },
  failed: { text: "Upload failed", tone: "bad" },
  preparing: { text: "Being prepared", tone: "active" },
  "to-check": { text: "For you to check", tone: "attention" },
  "waiting-for-check": { text: "Waiting for a second person", tone: "neutral" },
  released: { text: "Released", tone: "good" },
  pulled: { text: "Pulled", tone: "bad" },
  erased: { text: "Footage erased", tone: "final" },
};
