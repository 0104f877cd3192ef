import { describe, expect, test } from "vitest";
import {
  decidePull,
  decideRejection,
  decideRelease,
  type PullRefusal,
  type RejectionRefusal,
  type ReleaseFacts,
  type ReleaseRefusal,
  type ReleaseRequest,
} from "~/domain/footage/release";
import type { AccountId, RenditionId } from "~/domain/ids";

const uploader = "uploader" as AccountId;
const checker = "checker" as AccountId;
const rendition = "rendition" as RenditionId;
const at = new Date("2026-11-20T10:00:00Z");
const facts: ReleaseFacts = {
  mediaState: "prepared",
  uploadedBy: uploader,
  releasedAt: null,
  pulledAt: null,
  renditionId: rendition,
};
const request: ReleaseRequest = { officer: checker, renditionId: rendition, hasWatchedAll: true };

describe("a clip is released", () => {
  test("by a second person who has watched all of it", () => {
    expect(decideRelease(request, facts)).toEqual({ ok: true, value: rendition });
  });
});

describe("a clip is not released", () => {
  test.each<[ReleaseRefusal, string, Partial<ReleaseRequest>, Partial<ReleaseFacts>]>([
    ["own-upload", "by the person who uploaded it", { officer: uploader }, {}],
    ["not-prepared", "before it can be watched", {}, { mediaState: "preparing", renditionId: null }],
    ["not-prepared", "after it was sent back", {}, { mediaState: "awaiting_upload" }],
    ["not-prepared", "while there is nothing to watch", {}, { renditionId: null }],
    ["replaced-meanwhile", "unseen", {}, { renditionId: "another" as RenditionId }],
    ["already-released", "twice", {}, { releasedAt: at }],
    ["already-released", "again after it was pulled", {}, { releasedAt: at, pulledAt: at }],
    ["confirmation-missing", "unless the officer says to have watched it", { hasWatchedAll: false }, {}],
    [
      "own-upload",
      "by its uploader, whatever else is wrong",
      { officer: uploader, hasWatchedAll: false },
      { mediaState: "failed", renditionId: null },
    ],
  ])("(%s) %s", (refusal, _, asked, known) => {
    expect(decideRelease({ ...request, ...asked }, { ...facts, ...known })).toEqual({ ok: false, refusal });
  });
});

describe("a clip is sent back", () => {
  test("when it is prepared and not released", () => {
    expect(decideRejection(request, facts)).toEqual({ ok: true, value: rendition });
  });

  test.each<[RejectionRefusal, string, Partial<ReleaseFacts>]>([
    ["already-released", "it was released", { releasedAt: at }],
    ["not-prepared", "it is still being prepared", { mediaState: "preparing" }],
    ["replaced-meanwhile", "another file has taken its place", { renditionId: "another" as RenditionId }],
  ])("but not (%s) when %s", (refusal, _, known) => {
    expect(decideRejection(request, { ...facts, ...known })).toEqual({ ok: false, refusal });
  });
});

describe("a clip is pulled", () => {
  const released = { releasedAt: at, pulledAt: null };

  test("once it is released and the officer is sure", () => {
    expect(decidePull({ isConfirmed: true }, released)).toEqual({ ok: true, value: null });
  });

  test.each<[PullRefusal, string, boolean, Pick<ReleaseFacts, "releasedAt" | "pulledAt">]>([
    ["not-released", "nobody can watch it yet", true, { releasedAt: null, pulledAt: null }],
    ["already-pulled", "it was pulled before", true, { releasedAt: at, pulledAt: at }],
    ["confirmation-missing", "the officer is not sure", false, released],
  ])("but not (%s) when %s", (refusal, _, isConfirmed, known) => {
    expect(decidePull({ isConfirmed }, known)).toEqual({ ok: false, refusal });
  });
});
