import { expect } from "@playwright/test";
import { expectAccessible } from "~/e2e/expect-accessible";
import { test } from "~/e2e/fixtures";
import { registerClip, uploadFile, waitUntilFailed, waitUntilPrepared } from "~/e2e/pages/clips";
import { generateClip } from "~/seeds/media/generate-clip";
import {
  makeEmptyFile,
  makeLyingDuration,
  makePlaylist,
  makeTextFile,
  makeTruncated,
} from "~/seeds/media/make-broken";
import { LEAD_CAST } from "~/seeds/scenarios/demo-cast";
import { storedKeys } from "~/setup/portal-store";

const CLIP = { seconds: 4, width: 320, height: 180, fps: 25, audio: true, variant: 1 };

const CASES = [
  {
    what: "a playlist named .mp4",
    make: (path: string) => makePlaylist(path, "/etc/hostname"),
    said: "The file is not an MP4, MOV or MKV video, whatever its name says.",
  },
  {
    what: "a text file named .mp4",
    make: (path: string) => makeTextFile(path),
    said: "The file is not an MP4, MOV or MKV video, whatever its name says.",
  },
  {
    what: "a truncated file",
    make: (path: string, sound: string) => makeTruncated(sound, path, 0.6),
    said: "The file is damaged or was cut off, so that parts of the video are missing.",
  },
  {
    what: "a file whose duration lies",
    make: (path: string, sound: string) => makeLyingDuration(sound, path, "stts", 2),
    said: "The file says it has another length than the video in it really has.",
  },
] as const;

for (const { make, said, what } of CASES) {
  test(`${what} ends with what to do next, and with nothing in the store`, async ({
    page,
    portal,
    signIn,
  }, info) => {
    const [sound, path] = [info.outputPath("sound.mp4"), info.outputPath("bad.mp4")];
    await generateClip({ ...CLIP, path: sound });
    await make(path, sound);
    await signIn(page, LEAD_CAST.uploader.email);
    await page.goto("/clips");
    await registerClip(page);

    await uploadFile(page, path);
    await waitUntilFailed(page);

    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText(/Export the clip again/)).toBeVisible();
    await expectAccessible(page);
    const clipId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const preview = await page.request.get(`/media/clips/${clipId}/playlist.m3u8`);
    expect(preview.status()).toBe(404);
    await expect
      .poll(async () =>
        (await storedKeys(portal)).filter((key) => key.startsWith("raw/") || key.includes(clipId)),
      )
      .toEqual([]);
  });
}

test("an empty file is refused before it is sent, and a sound one is taken in its place", async ({
  consoleErrors,
  page,
  portal,
  signIn,
}, info) => {
  const [sound, empty] = [info.outputPath("sound.mp4"), info.outputPath("empty.mp4")];
  await generateClip({ ...CLIP, path: sound });
  await makeEmptyFile(empty);
  consoleErrors.announce(/status of 409 .*\/uploads\)$/);
  await signIn(page, LEAD_CAST.uploader.email);
  await page.goto("/clips");
  await registerClip(page);

  await page.getByLabel("Redacted clip").setInputFiles(empty);
  await page.getByRole("button", { name: "Upload" }).click();

  await expect(page.getByRole("alert")).toContainText("Choose a file that is not empty");
  await expectAccessible(page);
  expect((await storedKeys(portal)).filter((key) => key.startsWith("raw/"))).toEqual([]);
  await uploadFile(page, sound);
  await waitUntilPrepared(page);
});

test("after a failed file the officer can upload another for the same clip", async ({
  page,
  signIn,
}, info) => {
  const [sound, bad] = [info.outputPath("sound.mp4"), info.outputPath("bad.mp4")];
  await generateClip({ ...CLIP, path: sound });
  await makeTextFile(bad);
  await signIn(page, LEAD_CAST.uploader.email);
  await page.goto("/clips");
  await registerClip(page);
  await uploadFile(page, bad);
  await waitUntilFailed(page);

  await page.getByRole("link", { name: /^Upload/ }).click();
  await uploadFile(page, sound);

  await waitUntilPrepared(page);
});
