import { type BrowserContext, expect, type Page } from "@playwright/test";
import { test } from "~/e2e/fixtures";
import { registerClip } from "~/e2e/pages/clips";
import { acceptSeat, bookSession } from "~/e2e/pages/panel";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { generateClip } from "~/seeds/media/generate-clip";
import { LEAD_CAST } from "~/seeds/scenarios/demo-cast";

const HOUR_MS = 3_600_000;
const DAYS_AHEAD = 20;

/** Signs in by the form itself, as a browser that runs no scripts must. */
async function enter(context: BrowserContext, email: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Passphrase", { exact: true }).fill(PLANTED_PASSPHRASE);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return page;
}

async function plainContext(page: Page): Promise<BrowserContext> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page belongs to no browser");
  return browser.newContext({
    baseURL: new URL(page.url()).origin,
    javaScriptEnabled: false,
    locale: "en-GB",
  });
}

test("an officer registers a clip and uploads its file with scripts off, and a wrong form comes back with what was typed", async ({
  consoleErrors,
  page,
}, info) => {
  consoleErrors.announce(/422/);
  await page.goto("/sign-in");
  const context = await plainContext(page);
  const file = info.outputPath("plain.mp4");
  await generateClip({ path: file, seconds: 3, width: 320, height: 180, fps: 25, audio: false, variant: 3 });
  const officer = await enter(context, LEAD_CAST.uploader.email);

  await officer.getByRole("link", { name: "Register a clip" }).click();
  await officer.getByLabel("Legal power").selectOption({ index: 1 });
  await officer.getByRole("button", { name: "Register and go on to the upload" }).click();
  await expect(officer.getByRole("alert")).toContainText("There is a problem");
  await expect(officer.getByLabel("Legal power")).not.toHaveValue("");

  await officer.goto("/clips");
  await registerClip(officer);
  await officer.getByLabel("Redacted clip").setInputFiles(file);
  await officer.getByRole("button", { name: "Upload" }).click();
  await officer.waitForURL(/\/clips\/[0-9a-f-]{36}$/);
  await expect(officer.getByRole("heading", { name: /^Clip NE-/ })).toBeVisible();
  await context.close();
});

test("a chair books a session and a member takes and gives up a seat with scripts off", async ({
  consoleErrors,
  page,
}) => {
  consoleErrors.announce(/409|422/);
  await page.goto("/sign-in");
  const context = await plainContext(page);
  const chair = await enter(context, LEAD_CAST.chair.email);
  const noon = new Date(Math.ceil(Date.now() / (24 * HOUR_MS) + DAYS_AHEAD) * 24 * HOUR_MS + 12 * HOUR_MS);
  const booking = {
    place: "Scripts-off hall",
    startsAt: noon,
    endsAt: new Date(noon.getTime() + HOUR_MS),
    seats: 4,
  };
  await bookSession(chair, booking);

  await chair.goto("/");
  const card = chair.getByRole("listitem").filter({ hasText: "Scripts-off hall" });
  await card.getByRole("link").first().click();
  await acceptSeat(chair);
  await chair.getByRole("button", { name: /^Give up my seat/ }).click();
  await expect(chair.getByText("You have a seat")).toHaveCount(0);
  await context.close();
});
