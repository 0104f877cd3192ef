import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import type { DemoPage } from "~/bench/demo-pages";
import { chromiumLaunch } from "~/setup/chromium";

/** The most JavaScript that a browser loads for one of the pages until it rests, in kilobytes, each file gzipped by itself. */
export async function mostScriptKilobytes(url: string, pages: readonly DemoPage[]): Promise<number> {
  const browser = await chromium.launch(chromiumLaunch());
  try {
    let most = 0;
    for (const page of pages) most = Math.max(most, await scriptBytes(browser, url, page));
    return most / 1000;
  } finally {
    await browser.close();
  }
}

async function scriptBytes(browser: Browser, url: string, { path, visitor }: DemoPage): Promise<number> {
  // A fresh profile each time, or the browser would have the scripts of the page before.
  const context = await browser.newContext({ extraHTTPHeaders: { cookie: visitor.cookie } });
  const page = await context.newPage();
  const scripts: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.body());
  });
  await page.goto(url + path, { waitUntil: "networkidle" });
  const bodies = await Promise.all(scripts);
  await context.close();
  if (bodies.length === 0) throw new Error(`${path} loads no script`);
  return bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
}
