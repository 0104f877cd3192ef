import { describe, expect, test } from "vitest";
import { type ClipStage, type ClipStageFacts, clipStage } from "~/domain/footage/clip-stage";
import type { AccountId } from "~/domain/ids";

const me = "me" as AccountId;
const colleague = "colleague" as AccountId;
const at = new Date("2026-11-20T10:00:00Z");
const prepared: ClipStageFacts = {
  mediaState: "prepared",
  uploadedBy: colleague,
  releasedAt: null,
  pulledAt: null,
};

describe("a clip", () => {
  test.each<[ClipStage, string, Partial<ClipStageFacts>]>([
    ["awaiting-upload", "has no file yet", { mediaState: "awaiting_upload" }],
    ["failed", "whose file could not be used has failed", { mediaState: "failed" }],
    ["preparing", "whose file lies there untouched is being prepared", { mediaState: "received" }],
    ["preparing", "whose file is being worked on is being prepared", { mediaState: "preparing" }],
    ["to-check", "that a colleague uploaded is mine to check", {}],
    ["waiting-for-check", "that I uploaded waits for somebody else", { uploadedBy: me }],
    ["released", "that was released is released, whoever uploaded it", { uploadedBy: me, releasedAt: at }],
    ["erased", "whose footage is deleted is erased", { mediaState: "erased", releasedAt: at, pulledAt: at }],
    ["pulled", "that was pulled is no longer released", { releasedAt: at, pulledAt: at }],
  ])("is %s: one that %s", (stage, _, facts) => {
    expect(clipStage({ ...prepared, ...facts }, me)).toBe(stage);
  });
});
