import { expect, type Page } from "@playwright/test";

/** Begins to play when the page's video does not yet, and waits until it has come on by `seconds` and shows a picture. */
export async function expectPlaying(page: Page, seconds = 2): Promise<void> {
  const video = page.locator("video");
  const began = await video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await video.evaluate((element: HTMLVideoElement) => (element.paused ? element.play() : undefined));
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(began + seconds);
  const brightest = await video.evaluate(brightestPixel);
  expect(brightest, "the brightest pixel of the decoded frame").toBeGreaterThan(40);
}

/** Runs in the browser: draws the present frame and looks for its brightest pixel, from 0 to 255. */
function brightestPixel(video: Element): number {
  if (!(video instanceof HTMLVideoElement)) throw new Error("this is no video");
  const canvas = document.createElement("canvas");
  canvas.width = 64;
  canvas.height = 36;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser has no canvas");
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let brightest = 0;
  for (let index = 0; index < data.length; index += 4)
    brightest = Math.max(
      brightest,
      ((data[index] ?? 0) + (data[index + 1] ?? 0) + (data[index + 2] ?? 0)) / 3,
    );
  return brightest;
}

/** Stops the page's video. */
export async function pause(page: Page): Promise<void> {
  await page.locator("video").evaluate((element: HTMLVideoElement) => element.pause());
}
