import { expect, test } from "vitest";
import { decideUploadSize, LARGEST_UPLOAD_BYTES } from "~/domain/footage/upload-limits";

test.each([1, 5_000_000, LARGEST_UPLOAD_BYTES])("a file of %d bytes may be uploaded", (bytes) => {
  expect(decideUploadSize(bytes)).toEqual({ ok: true, value: bytes });
});

test("a file without a byte in it is refused", () => {
  expect(decideUploadSize(0)).toEqual({ ok: false, refusal: "empty-file" });
});

test("a file one byte above the limit is refused", () => {
  expect(decideUploadSize(LARGEST_UPLOAD_BYTES + 1)).toEqual({ ok: false, refusal: "file-too-large" });
});
