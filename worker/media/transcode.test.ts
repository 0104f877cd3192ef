import { createDecipheriv, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AcceptedSource, decideInspection } from "~/domain/footage/inspection";
import { buildRenditionLadder, type RenditionPlan } from "~/domain/footage/renditions";
import { makeConcatScript, makePlaylist } from "~/seeds/media/make-broken";
import { makeOddClip, type OddClipRequest } from "~/seeds/media/make-odd";
import { runFfmpeg } from "~/seeds/media/run-ffmpeg";
import { probe } from "~/worker/media/probe";
import { chooseSandbox, type MediaSandbox } from "~/worker/media/sandbox";
import { transcode } from "~/worker/media/transcode";

const never = new AbortController().signal;
const anySource: AcceptedSource = {
  container: "mp4",
  durationSeconds: 2,
  width: 320,
  height: 180,
  frameCount: 50,
  hasAudio: false,
};
let folder: string;
let sandbox: MediaSandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "transcode-"));
  sandbox = await chooseSandbox("auto", never).catch(() => chooseSandbox("none", never));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function planFor(source: AcceptedSource): RenditionPlan {
  const [plan] = buildRenditionLadder(source);
  if (!plan) throw new Error("the ladder has no rung");
  return plan;
}

interface Run {
  readonly outcome: Awaited<ReturnType<typeof transcode>>;
  readonly files: string[];
  readonly outputDir: string;
  readonly scratchDir: string;
  readonly key: Buffer;
  readonly progress: number[];
}

async function run(
  name: string,
  input: string,
  source: AcceptedSource,
  {
    signal = never,
    fence = sandbox,
    onProgress,
  }: { signal?: AbortSignal; fence?: MediaSandbox; onProgress?: () => void } = {},
): Promise<Run> {
  const [outputDir, scratchDir] = [join(folder, `${name}-out`), join(folder, `${name}-scratch`)];
  await mkdir(outputDir);
  await mkdir(scratchDir);
  const key = randomBytes(16);
  const progress: number[] = [];
  const outcome = await transcode({
    ...{
      input,
      outputDir,
      scratchDir,
      source,
      plan: planFor(source),
      key,
      keyUri: "key",
      sandbox: fence,
      signal,
      threads: 1,
    },
    onProgress: (fraction) => {
      progress.push(fraction);
      onProgress?.();
    },
  });
  return { outcome, files: (await readdir(outputDir)).sort(), outputDir, scratchDir, key, progress };
}

async function accept(input: string): Promise<AcceptedSource> {
  const decision = decideInspection(await probe({ input, sandbox, signal: never }));
  if (!decision.ok) throw new Error(`the test's own clip was refused as ${decision.refusal}`);
  return decision.value;
}

async function runOdd(
  name: string,
  oddity: Partial<OddClipRequest>,
): Promise<Run & { source: AcceptedSource }> {
  const path = join(folder, `${name}.mp4`);
  await makeOddClip({ path, seconds: 1, size: "320x180", fps: 25, audio: false, ...oddity });
  const source = await accept(path);
  return { ...(await run(name, path, source)), source };
}

async function decrypted({ outputDir, key, files }: Run): Promise<Buffer[]> {
  const segments = files.filter((file) => file.endsWith(".ts"));
  return Promise.all(
    segments.map(async (file) => {
      const cipher = createDecipheriv("aes-128-cbc", key, Buffer.alloc(16));
      return Buffer.concat([cipher.update(await readFile(join(outputDir, file))), cipher.final()]);
    }),
  );
}

/** The playlist played with its key, as a viewer's player would: measures of what comes out. */
async function play(
  made: Run,
): Promise<{ width: number; height: number; pixelFormat: string; frames: number }> {
  await writeFile(join(made.outputDir, "key"), made.key);
  const whole = join(made.outputDir, "whole.mkv");
  await runFfmpeg([
    "-allowed_extensions",
    "ALL",
    "-i",
    join(made.outputDir, "playlist.m3u8"),
    "-c",
    "copy",
    whole,
  ]);
  const facts = await probe({ input: whole, sandbox, signal: never });
  if (facts.kind !== "media" || !facts.video) throw new Error("what was made does not play");
  const { width, height, pixelFormat, packets } = facts.video;
  return { width, height, pixelFormat: pixelFormat ?? "", frames: packets.count };
}

describe("a rendition", () => {
  test("is a finished playlist with one key and encrypted segments of six seconds", async () => {
    const made = await runOdd("whole", { seconds: 8, audio: true });

    const playlist = await readFile(join(made.outputDir, "playlist.m3u8"), "utf8");
    expect(made.outcome).toMatchObject({ ok: true });
    expect(made.files).toEqual(["playlist.m3u8", "segment-00000.ts", "segment-00001.ts"]);
    expect(playlist.match(/#EXTINF:[\d.]+/g)).toEqual(["#EXTINF:6.000000", "#EXTINF:2.000000"]);
    expect(playlist.match(/URI="key"/g)).toHaveLength(1);
    for (const segment of await decrypted(made)) expect(segment.subarray(0, 1).toString("hex")).toBe("47");
  });

  test("tells its progress, which only rises and ends at one", async () => {
    const { progress } = await runOdd("progress", {});

    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.filter((fraction) => fraction === 1)).toHaveLength(1);
    expect(progress.at(-1)).toBe(1);
  });

  test("leaves the key nowhere", async () => {
    const made = await runOdd("key-gone", {});

    const output = await Promise.all(made.files.map((file) => readFile(join(made.outputDir, file))));
    expect(await readdir(made.scratchDir)).toEqual([]);
    expect(output.some((bytes) => bytes.includes(made.key))).toBe(false);
  });

  const lawful: Array<[string, Partial<OddClipRequest>, object]> = [
    [
      "hevc",
      { output: ["-c:v", "libx265", "-x265-params", "log-level=none", "-preset", "ultrafast"] },
      { width: 320, height: 180 },
    ],
    ["ten-bit", { output: ["-pix_fmt", "yuv420p10le"] }, { pixelFormat: "yuv420p" }],
    [
      "odd-sides",
      { filter: "scale=321:181,setsar=1,format=yuv444p" },
      { width: 320, height: 180, pixelFormat: "yuv420p" },
    ],
    ["wide-pixels", { filter: "setsar=2/1" }, { width: 640, height: 180 }],
    ["sixty-frames", { fps: 60 }, { frames: 25 }],
    ["ten-frames", { fps: 10 }, { frames: 25 }],
    ["uneven-frames", { filter: "select='mod(n,3)'", output: ["-fps_mode", "vfr"] }, { width: 320 }],
  ];

  test.each(lawful)(
    "is made of any lawful picture, as 25 even frames a second: %s",
    async (name, oddity, result) => {
      const made = await runOdd(name, oddity);

      expect(made.outcome).toMatchObject({ ok: true });
      expect(await play(made)).toMatchObject(result);
    },
  );

  test("stands upright when the source was filmed on its side", async () => {
    const [flat, upright] = [join(folder, "flat.mp4"), join(folder, "upright.mp4")];
    await makeOddClip({ path: flat, seconds: 1, size: "320x180", fps: 25, audio: false });
    await runFfmpeg(["-i", flat, "-c", "copy", "-metadata:s:v:0", "rotate=90", upright]);

    const made = await run("upright", upright, await accept(upright));

    expect(await play(made)).toMatchObject({ width: 180, height: 320 });
  });

  test("holds no word of what the source says about place, title or maker", async () => {
    const canaries = ["+51.5074-000.1278/", "CANARY-TITLE", "CANARY-COMMENT", "CANARY-SERIAL"];
    const [gps, title, comment, maker] = canaries;
    const words = [
      "-metadata",
      `location=${gps}`,
      "-metadata",
      `title=${title}`,
      "-metadata",
      `comment=${comment}`,
      "-metadata:s:v",
      `handler_name=${maker}`,
    ];
    const made = await runOdd("words", { audio: true, output: [...words, "-f", "mov"] });

    const source = await readFile(join(folder, "words.mp4"));
    const clear = Buffer.concat([
      ...(await decrypted(made)),
      await readFile(join(made.outputDir, "playlist.m3u8")),
    ]);
    expect(canaries.filter((canary) => source.includes(canary))).toEqual(canaries);
    expect(canaries.filter((canary) => clear.includes(canary))).toEqual([]);
  });
});

describe("a transcode refuses", () => {
  test("a script in a video's clothes even without a fence, and touches neither neighbour nor network", async () => {
    let hits = 0;
    const server = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const neighbour = join(folder, "neighbour.mp4");
    await makeOddClip({ path: neighbour, seconds: 1, size: "320x180", fps: 25, audio: false });
    const scripts = [
      join(folder, "playlist.mp4"),
      join(folder, "remote.mp4"),
      join(folder, "concat.mp4"),
    ] as const;
    await makePlaylist(scripts[0], basename(neighbour));
    await makePlaylist(scripts[1], `http://127.0.0.1:${port}/segment.ts`);
    await makeConcatScript(scripts[2], basename(neighbour));

    const fence = await chooseSandbox("none", never);
    const runs: Run[] = [];
    for (const [index, script] of scripts.entries())
      runs.push(await run(`script-${index}`, script, anySource, { fence }));

    server.close();
    expect(runs.map(({ outcome }) => outcome)).toEqual(
      scripts.map(() => ({ ok: false, refusal: "transcode-failed" })),
    );
    expect(runs.flatMap(({ files }) => files)).toEqual([]);
    expect(hits).toBe(0);
  });

  test("a file that is damaged in the middle", async () => {
    const path = join(folder, "damaged.mp4");
    await makeOddClip({ path, seconds: 2, size: "320x180", fps: 25, audio: false });
    const source = await accept(path);
    const bytes = await readFile(path);
    randomBytes(4000).copy(bytes, Math.floor(bytes.length / 2));
    await writeFile(path, bytes);

    const { outcome } = await run("damaged", path, source);

    expect(outcome.ok).toBe(false);
  });

  test("a file that turns out shorter than inspection found it", async () => {
    const path = join(folder, "shorter.mp4");
    await makeOddClip({ path, seconds: 2, size: "320x180", fps: 25, audio: false });

    const { outcome } = await run("shorter", path, { ...(await accept(path)), durationSeconds: 4 });

    expect(outcome).toEqual({ ok: false, refusal: "duration-mismatch" });
  });

  test("a file of which too few frames could be decoded", async () => {
    const path = join(folder, "fewer.mp4");
    await makeOddClip({ path, seconds: 2, size: "320x180", fps: 25, audio: false });

    const { outcome } = await run("fewer", path, { ...(await accept(path)), frameCount: 100 });

    expect(outcome).toEqual({ ok: false, refusal: "frames-missing" });
  });

  test("a picture that grows beyond the limit while it is decoded", async () => {
    const path = join(folder, "bomb.mp4");
    await makeOddClip({
      path,
      seconds: 0.1,
      size: "64x64",
      fps: 25,
      audio: false,
      filter: "scale=4096:2304",
    });

    const { outcome } = await run("bomb", path, anySource);

    expect(outcome).toEqual({ ok: false, refusal: "transcode-failed" });
  });
});

describe("a transcode that is stopped", () => {
  async function longClip(): Promise<string> {
    const path = join(folder, "long.mp4");
    if (!existsSync(path)) await makeOddClip({ path, seconds: 60, size: "640x360", fps: 25, audio: false });
    return path;
  }

  async function processesNaming(text: string): Promise<number[]> {
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
    const named = pids.map(async (pid) =>
      (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).includes(text) ? [pid] : [],
    );
    return (await Promise.all(named)).flat();
  }

  test("throws the reason, and leaves neither process nor key behind", async () => {
    const controller = new AbortController();
    const reason = new Error("the worker is stopping");
    const input = await longClip();
    const source = await accept(input);

    const stopped = run("aborted", input, source, {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });

    await expect(stopped).rejects.toBe(reason);
    expect(await processesNaming("aborted-out")).toEqual([]);
    expect(await readdir(join(folder, "aborted-scratch"))).toEqual([]);
  });

  test("throws when ffmpeg is killed by somebody else, for that is no fault of the file", async () => {
    const input = await longClip();
    const source = await accept(input);

    const killed = run("killed", input, source, {
      onProgress: async () => {
        const [oldest] = await processesNaming("killed-scratch");
        if (oldest !== undefined) process.kill(oldest, "SIGKILL");
      },
    });

    await expect(killed).rejects.toThrow(/killed from outside/);
  });

  test("never starts with a key of the wrong length", async () => {
    const wrong = transcode({
      ...{
        input: "/nowhere",
        outputDir: folder,
        scratchDir: folder,
        source: anySource,
        plan: planFor(anySource),
      },
      ...{ key: new Uint8Array(8), keyUri: "key", sandbox, signal: never },
    });

    await expect(wrong).rejects.toThrow("16 bytes");
  });
});
