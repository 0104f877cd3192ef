import { describe, expect, test } from "vitest";
import type { MediaState } from "~/domain/footage/clip-stage";
import { LARGEST_UPLOAD_BYTES } from "~/domain/footage/upload-limits";
import { decideUploadStart, type UploadStartRefusal } from "~/domain/footage/upload-start";
import type { AccountId } from "~/domain/ids";

const officer = "officer" as AccountId;
const colleague = "colleague" as AccountId;

describe("an upload is begun", () => {
  test.each<MediaState>(["awaiting_upload", "failed"])(
    "by whoever registered the clip, while its media is %s",
    (mediaState) => {
      const decision = decideUploadStart({ officer, declaredBytes: 7 }, { uploadedBy: officer, mediaState });

      expect(decision).toEqual({ ok: true, value: 7 });
    },
  );
});

describe("an upload is refused", () => {
  test.each<[UploadStartRefusal, string, AccountId, MediaState, number]>([
    ["not-the-uploader", "for a colleague's clip", colleague, "awaiting_upload", 7],
    ["already-received", "when a file has arrived", officer, "received", 7],
    ["already-received", "while a file is being prepared", officer, "preparing", 7],
    ["already-received", "when a file is prepared", officer, "prepared", 7],
    ["already-received", "when the footage was erased", officer, "erased", 7],
    ["empty-file", "for a file with nothing in it", officer, "awaiting_upload", 0],
    ["file-too-large", "for a file above the limit", officer, "failed", LARGEST_UPLOAD_BYTES + 1],
  ])("(%s) %s", (refusal, _, uploadedBy, mediaState, declaredBytes) => {
    expect(decideUploadStart({ officer, declaredBytes }, { uploadedBy, mediaState })).toEqual({
      ok: false,
      refusal,
    });
  });
});
