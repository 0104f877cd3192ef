import { describe, expect, test } from "vitest";
import {
  buildRenditionLadder,
  decideRendition,
  type RenditionFacts,
  type RenditionPlan,
} from "~/domain/footage/renditions";

describe("the ladder", () => {
  test.each([
    ["1080p is brought down to 720 lines", 1920, 1080, 1280, 720],
    ["a small picture is never enlarged", 480, 270, 480, 270],
    ["odd sides become even", 321, 181, 320, 180],
    ["an upright picture keeps its shape", 1080, 1920, 406, 720],
    ["4:3 keeps its shape", 1440, 1080, 960, 720],
    ["a sliver still has two lines", 400, 1, 400, 2],
  ])("%s", (_, width, height, outWidth, outHeight) => {
    const [plan] = buildRenditionLadder({ width, height });

    expect(plan).toMatchObject({ width: outWidth, height: outHeight });
  });

  test("segments begin with a group of pictures of their own", () => {
    const [plan] = buildRenditionLadder({ width: 1280, height: 720 });

    expect(plan?.groupOfPictures).toBe((plan?.framesPerSecond ?? 0) * (plan?.segmentSeconds ?? 0));
  });

  test("further rungs follow in order, and no height comes twice", () => {
    const rungs = [720, 480, 360].map((height) => ({ height, maxVideoKilobits: 4 * height }));

    const heights = buildRenditionLadder({ width: 800, height: 450 }, rungs).map((plan) => plan.height);

    expect(heights).toEqual([450, 360]);
  });
});

describe("a rendition", () => {
  const plan: RenditionPlan = {
    width: 1280,
    height: 720,
    framesPerSecond: 25,
    segmentSeconds: 6,
    groupOfPictures: 150,
    maxVideoKilobits: 2500,
    audioKilobits: 128,
  };
  const source = { durationSeconds: 10, frameCount: 300, hasAudio: true };
  const whole: RenditionFacts = {
    playlistEnded: true,
    keyLines: 1,
    segments: [
      { seconds: 6, bytes: 1000 },
      { seconds: 4, bytes: 800 },
    ],
    framesDecoded: 300,
    framesEncoded: 250,
    videoStreams: 1,
    audioStreams: 1,
  };

  test("is accepted when all of it is there, and as long as its source", () => {
    expect(decideRendition(whole, plan, source)).toEqual({ ok: true, value: { durationSeconds: 10 } });
  });

  test("may differ from its source by half a second", () => {
    const slightlyShort = {
      ...whole,
      segments: [
        { seconds: 6, bytes: 1 },
        { seconds: 3.5, bytes: 1 },
      ],
      framesEncoded: 238,
      framesDecoded: 286,
    };

    expect(decideRendition(slightlyShort, plan, source).ok).toBe(true);
  });

  test.each([
    ["rendition-incomplete", "its playlist breaks off", { playlistEnded: false }],
    ["rendition-incomplete", "its playlist names no key", { keyLines: 0 }],
    ["rendition-incomplete", "its playlist names two keys", { keyLines: 2 }],
    ["rendition-incomplete", "it has no segment", { segments: [] }],
    [
      "rendition-incomplete",
      "a segment is missing",
      {
        segments: [
          { seconds: 6, bytes: 1000 },
          { seconds: 4, bytes: null },
        ],
      },
    ],
    [
      "rendition-incomplete",
      "a segment is empty",
      {
        segments: [
          { seconds: 6, bytes: 1000 },
          { seconds: 4, bytes: 0 },
        ],
      },
    ],
    ["rendition-incomplete", "it holds a second picture", { videoStreams: 2 }],
    ["rendition-incomplete", "its sound is missing", { audioStreams: 0 }],
    ["frames-missing", "too many pictures could not be decoded", { framesDecoded: 280 }],
    [
      "duration-mismatch",
      "its segments add up to less than the source",
      {
        segments: [
          { seconds: 6, bytes: 1 },
          { seconds: 3.4, bytes: 1 },
        ],
      },
    ],
    ["duration-mismatch", "fewer frames were encoded than the source lasts", { framesEncoded: 230 }],
    ["duration-mismatch", "more frames were encoded than the source lasts", { framesEncoded: 270 }],
  ])("is refused as %s when %s", (refusal, _, flaw) => {
    expect(decideRendition({ ...whole, ...flaw }, plan, source)).toEqual({ ok: false, refusal });
  });
});
