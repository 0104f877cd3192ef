import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import type { ClipFacts } from "~/app/components/footage/clip-facts";
import { ClipPanel } from "~/app/components/footage/clip-panel";

vi.mock("@remix-run/react", () => ({
  Form: "form",
  Link: ({ to, children }: { to: string; children: string }) => <a href={to}>{children}</a>,
  useFetcher: () => ({ state: "idle", load: () => {} }),
  useNavigation: () => ({ state: "idle" }),
  useRevalidator: () => ({ revalidate: () => {} }),
}));
vi.mock("~/app/components/player/player", () => ({
  Player: ({ source }: { source: { playlistUrl: string } }) => <div data-playlist={source.playlistUrl} />,
}));

const clip: ClipFacts = {
  clipId: "c1",
  reference: "NE-7F3K",
  stage: "to-check",
  isOwn: false,
  ageDays: 8,
  encounter: {
    encounterType: "Taser",
    occurredOn: "2026-11-12",
    borough: "Newham",
    bcuName: "North East",
    power: null,
    object: null,
    outcome: null,
    ethnicity: null,
    ageBand: null,
    gender: null,
    selection: "a fixed number",
    stratum: "random",
  },
  uploader: "Ada Example",
  hasOpenUpload: false,
  releaser: null,
  releasedAt: null,
  pulledAt: null,
  rejection: null,
  failure: null,
  run: null,
  footage: { renditionId: "r1", durationMs: 20_000 },
  colleagues: ["Ben Example", "Cem Example"],
};
const shown = (changes: Partial<ClipFacts>) =>
  renderToStaticMarkup(<ClipPanel clip={{ ...clip, ...changes }} watermark="K7Q" />);
const RELEASE = 'action="/clips/c1/release"';
const PLAYLIST = 'data-playlist="/media/clips/c1/playlist.m3u8"';

describe("the page of a clip", () => {
  test("lets a second person watch it, release it and reject it", () => {
    const markup = shown({});

    expect(markup).toContain(PLAYLIST);
    expect(markup).toContain(RELEASE);
    expect(markup).toContain('name="renditionId" value="r1"');
    expect(markup).toContain('href="/clips/c1/reject"');
  });

  test("names those who can release it to its uploader, who gets no button", () => {
    const markup = shown({ stage: "waiting-for-check", isOwn: true });

    expect(markup).toContain(PLAYLIST);
    expect(markup).toContain("Ben Example");
    expect(markup).not.toContain(RELEASE);
  });

  test("tells an uploader who is alone whom to ask", () => {
    expect(shown({ stage: "waiting-for-check", isOwn: true, colleagues: [] })).toContain("administrator");
  });

  test.each(["awaiting-upload", "failed"] as const)("at %s sends its own officer to the upload", (stage) => {
    expect(shown({ stage, isOwn: true, footage: null })).toContain('href="/clips/c1/upload"');
    expect(shown({ stage, isOwn: false, footage: null })).not.toContain('href="/clips/c1/upload"');
  });

  test("says why a file failed and what to do next", () => {
    const markup = shown({ stage: "failed", isOwn: true, footage: null, failure: "no-video-stream" });

    expect(markup).toContain("There is sound in the file, but no picture.");
    expect(markup).toContain("Export the clip again");
    expect(markup).toContain("Upload another file");
  });

  test("says what to do next even about a failure nobody knows any more", () => {
    expect(shown({ stage: "failed", isOwn: true, footage: null })).toContain("MP4, MOV or MKV");
  });

  test("passes on why it was sent back", () => {
    const rejection = { by: "Ben Example", at: new Date("2026-11-20T10:00:00Z"), reason: "A face at 0:12" };
    const markup = shown({ stage: "awaiting-upload", isOwn: true, footage: null, rejection });

    expect(markup).toContain("Ben Example sent this clip back");
    expect(markup).toContain("A face at 0:12");
  });

  test("follows the preparation, with a link where no scripts run", () => {
    const run = { stage: "preparing", progress: 0.426 } as const;
    const markup = shown({ stage: "preparing", footage: null, run });

    expect(markup).toContain("Step 3 of 4");
    expect(markup).toContain("42%");
    expect(markup).toContain('href="/clips/c1"');
  });

  test.each(["released", "pulled", "erased"] as const)(
    "at %s plays nothing and asks for no release",
    (stage) => {
      const markup = shown({ stage });

      expect(markup).not.toContain(PLAYLIST);
      expect(markup).not.toContain(RELEASE);
      expect(markup.includes('href="/clips/c1/pull"')).toBe(stage === "released");
    },
  );
});
