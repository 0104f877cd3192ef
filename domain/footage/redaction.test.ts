import { expect, test } from "vitest";
import { decideForCheck, decideRedacted, type StoredRendition } from "~/domain/footage/redaction";
import type { ClipId, RenditionId } from "~/domain/ids";

const RENDITION: StoredRendition = {
  renditionId: "0f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b" as RenditionId,
  clipId: "1f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b" as ClipId,
  objectPrefix: "hls/1f2c8a52/1/",
  width: 1280,
  height: 720,
  durationMs: 18_000,
  segmentCount: 3,
  hasAudio: true,
};
const NOON = new Date("2026-11-20T12:00:00Z");

test("a panel is shown footage that was released and not pulled", () => {
  expect(decideRedacted(RENDITION, { releasedAt: NOON, pulledAt: null })).toEqual({
    ok: true,
    value: RENDITION,
  });
});

test("a panel is not shown footage that nobody has released", () => {
  expect(decideRedacted(RENDITION, { releasedAt: null, pulledAt: null })).toEqual({
    ok: false,
    refusal: "not-released",
  });
});

test("a panel is not shown footage that was pulled after its release", () => {
  expect(decideRedacted(RENDITION, { releasedAt: NOON, pulledAt: NOON })).toEqual({
    ok: false,
    refusal: "pulled",
  });
});

test.each(["awaiting_upload", "received", "preparing", "failed"])(
  "officers do not check footage that is %s",
  (mediaState) => {
    expect(decideForCheck(RENDITION, { mediaState })).toEqual({ ok: false, refusal: "not-prepared" });
  },
);

test("officers check footage that is prepared", () => {
  expect(decideForCheck(RENDITION, { mediaState: "prepared" })).toEqual({ ok: true, value: RENDITION });
});
