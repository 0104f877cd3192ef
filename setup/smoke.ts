import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { buildWebsite } from "~/setup/build";
import { openDoor, whenDone } from "~/setup/child";
import { chromiumLaunch } from "~/setup/chromium";
import { peakMegabytes } from "~/setup/peak-memory";
import { createSmokeSteps } from "~/setup/smoke-steps";
import { walkMainJob } from "~/setup/smoke-walk";
import { openThrowawayPortal } from "~/setup/throwaway-portal";

const MOST_MEGABYTES = 400;

const say = (text: string) => void process.stdout.write(`${text}\n`);
const file = process.argv[2];
if (!file || !existsSync(file)) {
  process.stderr.write("npm run smoke -- FILE walks the main job with a video file as the clip; name one\n");
  process.exit(2);
}

const steps = createSmokeSteps(say);
const began = performance.now();
await steps.step("the website is built", async () => buildWebsite());
const portal = await steps.step("a throw-away portal starts", () => openThrowawayPortal());
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void portal.close().finally(() => process.exit(130));
  });
}
let isWhole = false;
try {
  await steps.step("people and past observations are planted", () => portal.plant("e2e"));
  const browser = await chromium.launch(chromiumLaunch());
  try {
    await walkMainJob(steps, { browser, file: resolve(file), portal });
  } catch (error) {
    say(await describePages(browser));
    throw error;
  } finally {
    await browser.close();
  }
  await steps.step("the audit chain is whole", () =>
    whenDone(
      openDoor({
        name: "audit:verify",
        script: "db/audit-verify.ts",
        env: { ...portal.env },
        logFile: `${portal.directory}/logs/audit-verify.log`,
      }),
    ),
  );
  for (const door of [portal.web, portal.worker]) {
    await steps.step(`${door.name} stays under ${MOST_MEGABYTES} MB`, async () => {
      const megabytes = await peakMegabytes(door);
      say(`        ${door.name}: ${megabytes.toFixed(0)} MB at most`);
      if (megabytes >= MOST_MEGABYTES)
        throw new Error(`${door.name} held ${megabytes.toFixed(0)} MB at once`);
    });
  }
  isWhole = true;
} catch (error) {
  if (!isStopping) say(`\n${error instanceof Error ? error.message : String(error)}`);
} finally {
  if (!isStopping) await portal.close();
}
say(
  `\n${isWhole ? "The main job works" : "The main job does not work"} (${((performance.now() - began) / 1000).toFixed(1)} s)`,
);
process.exit(isWhole ? 0 : 1);

/** Where everybody was when it broke, and what the page told them. */
async function describePages(browser: Browser): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const lines = await Promise.all(
    pages.map(async (page) => {
      const alerts = await page.getByRole("alert").allTextContents();
      return `        ${page.url()} ${alerts.join(" ")}`;
    }),
  );
  return lines.join("\n");
}
