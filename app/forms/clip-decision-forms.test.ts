import { describe, expect, test } from "vitest";
import { PullClipForm, RejectClipForm, ReleaseClipForm } from "~/app/forms/clip-decision-forms";
import { readForm } from "~/app/forms/form-input";

const renditionId = "7d6c6dd0-55a0-4c5c-9b1f-0f6a5f0a1c11";

describe("the release form", () => {
  test.each([
    [{ renditionId, hasWatchedAll: "yes" }, true],
    [{ renditionId }, false],
  ])("%o says whether all was watched: %s", (fields, hasWatchedAll) => {
    expect(readForm(ReleaseClipForm, fields)).toMatchObject({
      ok: true,
      value: { renditionId, hasWatchedAll },
    });
  });

  test.each([{ hasWatchedAll: "yes" }, { renditionId: "latest", hasWatchedAll: "yes" }])(
    "%o does not say what was watched and is handed back",
    (fields) => {
      expect(readForm(ReleaseClipForm, fields).ok).toBe(false);
    },
  );

  test("with a box that says something else is handed back", () => {
    expect(readForm(ReleaseClipForm, { renditionId, hasWatchedAll: "no" }).ok).toBe(false);
  });
});

describe("the rejection form", () => {
  test("keeps the reason without the space around it", () => {
    expect(readForm(RejectClipForm, { renditionId, reason: " A face at 0:12 \n" })).toMatchObject({
      ok: true,
      value: { reason: "A face at 0:12" },
    });
  });

  test.each([
    ["", "Say what has to change"],
    [" \n ", "Say what has to change"],
    ["x".repeat(501), "The reason must be 500 characters or fewer"],
  ])("with the reason %j is handed back: %s", (reason, message) => {
    expect(readForm(RejectClipForm, { renditionId, reason })).toMatchObject({
      ok: false,
      fieldErrors: { reason: [message] },
    });
  });
});

test.each([
  [{}, false],
  [{ isConfirmed: "yes" }, true],
])("the pull form %o says whether the officer is sure: %s", (fields, isConfirmed) => {
  expect(readForm(PullClipForm, fields)).toMatchObject({ ok: true, value: { isConfirmed } });
});
