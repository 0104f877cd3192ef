import { expect, test } from "vitest";
import { uploadProblemText } from "~/app/components/upload/upload-problem-text";
import { LARGEST_UPLOAD_BYTES } from "~/domain/footage/upload-limits";

test.each([
  [9_300_000_000, "The file has 9.3 GB and the largest we take is 8 GB."],
  [LARGEST_UPLOAD_BYTES + 1, "The file has more than 8 GB and the largest we take is 8 GB."],
])("a file of %d bytes that is too large is told with both numbers", (bytes, text) => {
  expect(uploadProblemText("file-too-large", bytes)).toContain(text);
});

test("a file of unknown length that is too large is told with the limit", () => {
  expect(uploadProblemText("file-too-large")).toContain("the largest we take is 8 GB");
});
