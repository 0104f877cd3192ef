import { expect, test } from "vitest";
import { readForm } from "~/app/forms/form-input";
import { StartUploadForm } from "~/app/forms/start-upload-form";

const resumed = "7d6c6dd0-55a0-4c5c-9b1f-0f6a5f0a1c11";

test.each([
  [{ declaredBytes: 5 }, { declaredBytes: 5, resumed: null }],
  [{ declaredBytes: "5" }, { declaredBytes: 5, resumed: null }],
  [
    { declaredBytes: 0, resumed: null },
    { declaredBytes: 0, resumed: null },
  ],
  [
    { declaredBytes: 8_000_000_001, resumed },
    { declaredBytes: 8_000_000_001, resumed },
  ],
])("%o announces a file", (fields, value) => {
  expect(readForm(StartUploadForm, fields)).toMatchObject({ ok: true, value });
});

test.each([
  {},
  { declaredBytes: -1 },
  { declaredBytes: 1.5 },
  { declaredBytes: "many" },
  { declaredBytes: 1e300 },
  { declaredBytes: 5, resumed: "../other" },
  { declaredBytes: 5, owner: "me" },
])("%o announces no file", (fields) => {
  expect(readForm(StartUploadForm, fields).ok).toBe(false);
});
