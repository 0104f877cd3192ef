import { describe, expect, test } from "vitest";
import { decideInspection, type MediaFacts, type ProbeFacts } from "~/domain/footage/inspection";

const video = {
  codec: "h264",
  width: 1280,
  height: 720,
  pixelFormat: "yuv420p",
  claimedSeconds: 20,
  claimedFrames: 500,
  uncutSeconds: null,
  packets: { count: 500, startSeconds: 0, endSeconds: 20 },
};
const audio = { codec: "aac", packets: { count: 938, startSeconds: 0, endSeconds: 20 } };
const sound: MediaFacts = {
  kind: "media",
  container: "mp4",
  sizeBytes: 5_000_000,
  packetBytes: 4_990_000,
  claimedSeconds: 20,
  startSeconds: 0,
  endSeconds: 20,
  video,
  audio,
};

/** A clip that runs for so long, in every claim and every packet. */
function lasting(seconds: number, frames: number): MediaFacts {
  const packets = { count: frames, startSeconds: 0, endSeconds: seconds };
  return {
    ...sound,
    sizeBytes: 250_000 * seconds,
    packetBytes: 250_000 * seconds,
    claimedSeconds: seconds,
    endSeconds: seconds,
    video: { ...video, claimedSeconds: seconds, claimedFrames: frames, packets },
    audio: null,
  };
}

const GIB = 1024 ** 3;

describe("a file is accepted", () => {
  const accepted: Array<[string, MediaFacts]> = [
    ["when every claim agrees with its packets", sound],
    ["without sound", { ...sound, audio: null }],
    [
      "as HEVC in Matroska, which counts no frames",
      {
        ...sound,
        container: "matroska",
        video: { ...video, codec: "hevc", claimedFrames: null, claimedSeconds: null },
      },
    ],
    [
      "when the container claims no duration at all",
      { ...sound, claimedSeconds: null, video: { ...video, claimedSeconds: null } },
    ],
    ["at exactly four hours", lasting(14_400, 360_000)],
    ["at one frame a second", lasting(20, 20)],
    ["at 120 frames a second", lasting(20, 2400)],
    [
      "when the sound starts late and stops early, as body-worn cameras record",
      { ...sound, audio: { codec: "aac", packets: { count: 300, startSeconds: 10, endSeconds: 17 } } },
    ],
    [
      "when all streams start late and the container counts from zero",
      {
        ...sound,
        startSeconds: 4,
        claimedSeconds: 24,
        endSeconds: 24,
        video: { ...video, packets: { count: 500, startSeconds: 4, endSeconds: 24 } },
        audio: null,
      },
    ],
    [
      "when an edit list shows fewer frames than are stored, and the claims say so",
      {
        ...lasting(10, 250),
        video: { ...video, claimedSeconds: 10, packets: { count: 250, startSeconds: 0, endSeconds: 10 } },
      },
    ],
  ];

  test.each(accepted)("%s", (_, facts) => {
    expect(decideInspection(facts)).toMatchObject({ ok: true });
  });

  test("with the duration of its video packets, not the container's", () => {
    const decision = decideInspection({ ...sound, claimedSeconds: 20.3 });

    expect(decision).toEqual({
      ok: true,
      value: {
        container: "mp4",
        durationSeconds: 20,
        width: 1280,
        height: 720,
        frameCount: 500,
        hasAudio: true,
      },
    });
  });
});

describe("a file is refused", () => {
  const refusals: Array<[string, string, ProbeFacts]> = [
    ["empty-file", "with no byte in it", { kind: "empty" }],
    ["not-a-video", "of another container", { kind: "foreign" }],
    ["unreadable", "which ffprobe cannot open", { kind: "unreadable" }],
    ["too-many-pixels", "whose picture ffprobe will not open", { kind: "oversized-picture" }],
    ["no-video-stream", "with sound alone", { ...sound, video: null }],
    [
      "unsupported-codec",
      "in a codec for pictures that we do not play",
      { ...sound, video: { ...video, codec: "mpeg4" } },
    ],
    [
      "unsupported-codec",
      "in a codec for sound that we do not play",
      { ...sound, audio: { ...audio, codec: "mp3" } },
    ],
    [
      "unreadable",
      "with a video stream but no picture",
      { ...sound, video: { ...video, packets: { count: 0, startSeconds: 0, endSeconds: 0 } } },
    ],
    [
      "unreadable",
      "that lacks frames it counts, and the time they take",
      {
        ...sound,
        endSeconds: 9,
        video: { ...video, packets: { count: 225, startSeconds: 0, endSeconds: 9 } },
        audio: null,
      },
    ],
    [
      "too-many-pixels",
      "one row above nine million pixels",
      { ...sound, video: { ...video, width: 3000, height: 3001 } },
    ],
    ["too-long", "a second above four hours", lasting(14_401, 360_025)],
    ["frame-rate-out-of-range", "with a frame every two seconds", lasting(20, 10)],
    ["frame-rate-out-of-range", "with 121 frames a second", lasting(20, 2420)],
    ["frame-rate-out-of-range", "whose frames take no time", lasting(0, 500)],
    ["duration-implausible", "whose film claims twice its packets", { ...sound, claimedSeconds: 40 }],
    ["duration-implausible", "whose film claims a tenth of its packets", { ...sound, claimedSeconds: 2 }],
    [
      "duration-implausible",
      "whose video track claims less than its packets",
      { ...sound, video: { ...video, claimedSeconds: 2 } },
    ],
    [
      "duration-implausible",
      "whose sound goes on long after the last picture",
      {
        ...sound,
        claimedSeconds: 60,
        endSeconds: 60,
        audio: { codec: "aac", packets: { count: 2800, startSeconds: 0, endSeconds: 60 } },
      },
    ],
    [
      "duration-implausible",
      "with five gigabytes that belong to no stream",
      { ...lasting(14_000, 350_000), packetBytes: 2 * GIB, sizeBytes: 7 * GIB },
    ],
    [
      "duration-implausible",
      "with more bytes a second than any camera writes",
      { ...sound, sizeBytes: GIB, packetBytes: GIB },
    ],
    [
      "duration-implausible",
      "with fewer bytes a second than any camera writes",
      { ...lasting(3600, 3600), sizeBytes: 100_000, packetBytes: 100_000 },
    ],
  ];

  test.each(refusals)("as %s: %s", (refusal, _, facts) => {
    expect(decideInspection(facts)).toEqual({ ok: false, refusal });
  });
});
