import { copyFile, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideInspection, type ProbeFacts } from "~/domain/footage/inspection";
import { generateClip } from "~/seeds/media/generate-clip";
import {
  makeConcatScript,
  makeEmptyFile,
  makeLyingDuration,
  makePlaylist,
  makeTextFile,
  makeTruncated,
} from "~/seeds/media/make-broken";
import { makeOddClip, type OddClipRequest } from "~/seeds/media/make-odd";
import { runFfmpeg } from "~/seeds/media/run-ffmpeg";
import { probe } from "~/worker/media/probe";
import { chooseSandbox, type MediaSandbox } from "~/worker/media/sandbox";

const signal = new AbortController().signal;
let folder: string;
let sandbox: MediaSandbox;
let sound: string;
let silent: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "probe-"));
  sandbox = await chooseSandbox("auto", signal).catch(() => chooseSandbox("none", signal));
  sound = join(folder, "sound.mp4");
  silent = join(folder, "silent.mp4");
  await makeOddClip({
    path: sound,
    seconds: 2,
    size: "320x180",
    fps: 25,
    audio: true,
    output: ["-movflags", "+faststart"],
  });
  await makeOddClip({ path: silent, seconds: 4, size: "320x180", fps: 25, audio: false });
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function look(input: string): Promise<ProbeFacts> {
  return probe({ input, sandbox, signal });
}

async function lookAtOdd(name: string, oddity: Partial<OddClipRequest>): Promise<ProbeFacts> {
  const path = join(folder, name);
  await makeOddClip({ path, seconds: 1, size: "320x180", fps: 25, audio: false, ...oddity });
  return look(path);
}

describe("a sound file", () => {
  test("is measured by its packets, and its claims are kept beside them", async () => {
    const facts = await look(sound);

    expect(facts).toMatchObject({
      kind: "media",
      container: "mp4",
      claimedSeconds: 2,
      video: {
        codec: "h264",
        width: 320,
        height: 180,
        claimedFrames: 50,
        packets: { count: 50, startSeconds: 0, endSeconds: 2 },
      },
      audio: { codec: "aac" },
    });
    expect(decideInspection(facts)).toMatchObject({
      ok: true,
      value: { durationSeconds: 2, frameCount: 50, hasAudio: true },
    });
  });

  const oddities: Array<[string, Partial<OddClipRequest>, object]> = [
    ["nosound.mp4", {}, { hasAudio: false, width: 320, height: 180 }],
    ["matroska.mkv", { audio: true }, { container: "matroska", hasAudio: true, frameCount: 25 }],
    ["quicktime.mov", { audio: true }, { container: "mp4", hasAudio: true }],
    [
      "fragmented.mp4",
      { audio: true, output: ["-movflags", "frag_keyframe+empty_moov", "-g", "10"] },
      { frameCount: 25 },
    ],
    [
      "hevc.mp4",
      { output: ["-c:v", "libx265", "-x265-params", "log-level=none", "-preset", "ultrafast"] },
      { frameCount: 25 },
    ],
    ["ten-bit.mp4", { output: ["-pix_fmt", "yuv420p10le"] }, { frameCount: 25 }],
    ["odd-sides.mp4", { filter: "scale=321:181,setsar=1,format=yuv444p" }, { width: 321, height: 181 }],
    ["wide-pixels.mp4", { filter: "setsar=2/1" }, { width: 640, height: 180 }],
    [
      "every-third-frame-late.mp4",
      { filter: "select='mod(n,3)'", output: ["-fps_mode", "vfr"] },
      { frameCount: 16 },
    ],
    ["b-frames.mp4", { output: ["-preset", "veryfast", "-bf", "3"] }, { frameCount: 25 }],
  ];

  test.each(oddities)("is accepted as it is: %s", async (name, oddity, value) => {
    const decision = decideInspection(await lookAtOdd(name, oddity));

    expect(decision).toMatchObject({ ok: true, value });
  });

  test("may be a clip of the demo, with the size, length, rate and sound that were asked for", async () => {
    const path = join(folder, "demo.mp4");
    await generateClip({ path, seconds: 2, width: 320, height: 180, fps: 20, audio: true, variant: 4 });

    const decision = decideInspection(await look(path));

    const value = { durationSeconds: 2, width: 320, height: 180, frameCount: 40, hasAudio: true };
    expect(decision).toMatchObject({ ok: true, value });
  });

  test("may have been trimmed by an edit list", async () => {
    const trimmed = join(folder, "trimmed.mp4");
    await runFfmpeg(["-ss", "1.3", "-i", silent, "-c", "copy", trimmed]);

    const decision = decideInspection(await look(trimmed));

    expect(decision.ok && decision.value.durationSeconds).toBeCloseTo(2.7, 1);
  });

  test("is as high as it is shown when it was filmed on its side", async () => {
    const upright = join(folder, "on-its-side.mp4");
    await runFfmpeg(["-i", sound, "-c", "copy", "-metadata:s:v:0", "rotate=90", upright]);

    expect(await look(upright)).toMatchObject({ video: { width: 180, height: 320 } });
  });
});

describe("a file that is no video", () => {
  const impostors: Array<[string, (path: string) => Promise<void>]> = [
    ["playlist.mp4", (path) => makePlaylist(path, sound)],
    ["concat.mp4", (path) => makeConcatScript(path, sound)],
    ["minutes.mp4", (path) => makeTextFile(path)],
  ];

  test.each(impostors)("is known by its first bytes, whatever it is called: %s", async (name, make) => {
    const path = join(folder, name);
    await make(path);

    expect(decideInspection(await look(path))).toEqual({ ok: false, refusal: "not-a-video" });
  });

  test("may be empty", async () => {
    const path = join(folder, "empty.mp4");
    await makeEmptyFile(path);

    expect(decideInspection(await look(path))).toEqual({ ok: false, refusal: "empty-file" });
  });

  test("may hold sound alone", async () => {
    const facts = await lookAtOdd("sound-alone.mp4", { audio: true, output: ["-vn"] });

    expect(decideInspection(facts)).toEqual({ ok: false, refusal: "no-video-stream" });
  });
});

describe("a damaged or hostile file", () => {
  test("is unreadable when its index was cut off with its end", async () => {
    const path = join(folder, "cut-index.mp4");
    await makeTruncated(silent, path, 0.6);

    expect(decideInspection(await look(path))).toEqual({ ok: false, refusal: "unreadable" });
  });

  test("is unreadable when its index is whole but half its pictures are gone", async () => {
    const path = join(folder, "cut-pictures.mp4");
    await makeTruncated(sound, path, 0.5);

    expect(decideInspection(await look(path))).toEqual({ ok: false, refusal: "unreadable" });
  });

  test("is caught when Matroska ends before its time", async () => {
    const whole = join(folder, "whole.mkv");
    const path = join(folder, "cut.mkv");
    await makeOddClip({ path: whole, seconds: 4, size: "320x180", fps: 25, audio: false });
    await makeTruncated(whole, path, 0.5);

    expect(decideInspection(await look(path)).ok).toBe(false);
  });

  test.each([
    ["mvhd", 100],
    ["mvhd", 0.1],
    ["mdhd", 0.1],
    ["stts", 0.5],
    ["stts", 2],
  ] as const)("is caught lying about its duration in %s, by a factor of %d", async (box, factor) => {
    const path = join(folder, `lying-${box}-${factor}.mp4`);
    await makeLyingDuration(silent, path, box, factor);

    expect(decideInspection(await look(path)).ok).toBe(false);
  });

  test("gains nothing by a longer duration in mdhd, which nobody believes", async () => {
    const path = join(folder, "lying-mdhd-long.mp4");
    await makeLyingDuration(silent, path, "mdhd", 1000);

    const decision = decideInspection(await look(path));

    expect(decision).toMatchObject({ ok: true, value: { durationSeconds: 4 } });
  });

  test("is refused for its size before a picture of it is opened", async () => {
    const facts = await lookAtOdd("bomb.mp4", { size: "64x64", seconds: 0.1, filter: "scale=4096:2304" });

    expect(decideInspection(facts)).toEqual({ ok: false, refusal: "too-many-pixels" });
  });

  test("is unreadable with more than sixteen streams", async () => {
    const many = Array.from({ length: 20 }, () => ["-map", "0:v"]).flat();

    const facts = await lookAtOdd("streams.mp4", { seconds: 0.1, size: "64x64", output: many });

    expect(decideInspection(facts)).toEqual({ ok: false, refusal: "unreadable" });
  });

  test("is refused with a thousand frames a second", async () => {
    const facts = await lookAtOdd("fast.mp4", { size: "64x64", fps: 1000, seconds: 0.5 });

    expect(decideInspection(facts)).toEqual({ ok: false, refusal: "frame-rate-out-of-range" });
  });

  test("is refused with a long tail that belongs to no stream", async () => {
    const path = join(folder, "tail.mp4");
    await copyFile(sound, path);
    const file = await open(path, "r+");
    await file.truncate(5 * 1024 ** 3);
    await file.close();

    expect(decideInspection(await look(path))).toMatchObject({ ok: false });
  });
});
