import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AcceptedSource, decideInspection } from "~/domain/footage/inspection";
import { makeTextFile } from "~/seeds/media/make-broken";
import { makeOddClip, type OddClipRequest } from "~/seeds/media/make-odd";
import { makePoster } from "~/worker/media/poster";
import { probe } from "~/worker/media/probe";
import { chooseSandbox, type MediaSandbox } from "~/worker/media/sandbox";

const signal = new AbortController().signal;
let folder: string;
let sandbox: MediaSandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poster-"));
  sandbox = await chooseSandbox("auto", signal).catch(() => chooseSandbox("none", signal));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function posterOf(
  name: string,
  oddity: Partial<OddClipRequest>,
): Promise<{ brightness: number; jpeg: Buffer }> {
  const input = join(folder, `${name}.mp4`);
  await makeOddClip({ path: input, seconds: 2, size: "320x180", fps: 25, audio: false, ...oddity });
  const inspected = decideInspection(await probe({ input, sandbox, signal }));
  if (!inspected.ok) throw new Error(`the test's own clip was refused as ${inspected.refusal}`);
  const fileName = `${name}.jpg`;
  const made = await makePoster({
    input,
    outputDir: folder,
    fileName,
    source: inspected.value,
    sandbox,
    signal,
  });
  if (!made.ok) throw new Error(made.refusal);
  return { brightness: made.value.brightness, jpeg: await readFile(join(folder, fileName)) };
}

/** Width and height, from the frame header of a baseline JPEG. */
function sizeOf(jpeg: Buffer): [number, number] {
  const header = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  return [jpeg.readUInt16BE(header + 7), jpeg.readUInt16BE(header + 5)];
}

test("a poster is a JPEG 640 pixels wide, in the shape of the clip", async () => {
  const { jpeg } = await posterOf("wide", { size: "1280x720" });

  expect(jpeg.subarray(0, 3).toString("hex")).toBe("ffd8ff");
  expect(sizeOf(jpeg)).toEqual([640, 360]);
});

test("a small clip's poster is not enlarged", async () => {
  const { jpeg } = await posterOf("small", { size: "322x180" });

  expect(sizeOf(jpeg)).toEqual([322, 180]);
});

test("a poster holds no word of what the clip says about itself", async () => {
  const { jpeg } = await posterOf("words", {
    output: ["-metadata", "title=CANARY-TITLE", "-metadata", "location=+51.5074-000.1278/"],
  });

  expect(jpeg.includes("CANARY") || jpeg.includes("51.5074")).toBe(false);
});

test("a poster is taken elsewhere when the clip is black a third of the way in", async () => {
  const black = "drawbox=color=black:t=fill:enable='lt(t,1.2)'";

  const { brightness } = await posterOf("dark-start", { seconds: 3, filter: black });

  expect(brightness).toBeGreaterThan(60);
});

test("a clip that is black throughout still gets its poster", async () => {
  const { brightness, jpeg } = await posterOf("dark", { filter: "drawbox=color=black:t=fill" });

  expect(brightness).toBeLessThan(16);
  expect(sizeOf(jpeg)).toEqual([320, 180]);
});

test("a file without pictures gets no poster, and nothing is thrown", async () => {
  const input = join(folder, "minutes.mp4");
  await makeTextFile(input);
  const source: AcceptedSource = {
    container: "mp4",
    durationSeconds: 2,
    width: 320,
    height: 180,
    frameCount: 50,
    hasAudio: false,
  };

  const made = await makePoster({ input, outputDir: folder, fileName: "none.jpg", source, sandbox, signal });

  expect(made).toEqual({ ok: false, refusal: "poster-failed" });
});
