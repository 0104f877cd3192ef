import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { checkAndRelease, registerClip, uploadFile, waitUntilPrepared } from "~/e2e/pages/clips";
import {
  answerAboutFootage,
  beginObserving,
  lockAndConclude,
  makeMarks,
  seal,
} from "~/e2e/pages/observation";
import { acceptSeat, addToAgenda, bookSession } from "~/e2e/pages/panel";
import { downloadCsv, openNewestReport, readCounts } from "~/e2e/pages/report";
import { expectPlaying, pause } from "~/e2e/pages/video";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { LEAD_CAST } from "~/seeds/scenarios/demo-cast";
import type { SmokeSteps } from "~/setup/smoke-steps";
import type { ThrowawayPortal } from "~/setup/throwaway-portal";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const WHOLE_UPLOAD_MS = 30 * 60_000;
const WHOLE_PREPARATION_MS = 90 * 60_000;
const LEAST_PUBLISHED_COUNT = 5;

/** Walks the main job of the portal with one file as the clip, each person in a browser profile of their own. */
export async function walkMainJob(
  { step }: SmokeSteps,
  {
    browser,
    file,
    portal,
  }: { readonly browser: Browser; readonly file: string; readonly portal: ThrowawayPortal },
): Promise<void> {
  const enter = async (email: string): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({ baseURL: portal.url, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Passphrase", { exact: true }).fill(PLANTED_PASSPHRASE);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    return page;
  };

  const officer = await step("a liaison officer signs in", () => enter(LEAD_CAST.uploader.email));
  const reference = await step("registers an encounter", () => registerClip(officer));
  await step("uploads the file", () => uploadFile(officer, file, WHOLE_UPLOAD_MS));
  await step("the worker prepares the clip", () => waitUntilPrepared(officer, WHOLE_PREPARATION_MS));
  await step("another officer watches and releases it", async () =>
    checkAndRelease(await enter(LEAD_CAST.checker.email), reference),
  );

  const sessionId = await step("a chair books a session and puts the clip on its agenda", async () => {
    const chair = await enter(LEAD_CAST.chair.email);
    const startsAt = nextNoon();
    const endsAt = new Date(startsAt.getTime() + 2 * HOUR_MS);
    await bookSession(chair, { place: "Stratford Library", startsAt, endsAt, seats: 6 });
    await addToAgenda(chair, reference);
    return /sessions\/([0-9a-f-]{36})/.exec(chair.url())?.[1] ?? "";
  });
  const member = await step("a member accepts a seat", async () => {
    const page = await enter(LEAD_CAST.member.email);
    await acceptSeat(page);
    return page;
  });
  const sessionUrl = `${new URL(member.url()).pathname}/sessions/${sessionId}`;
  await step("the clip is closed before the window", async () => {
    await member.goto(sessionUrl);
    await expect(member.getByRole("heading", { name: /^Session on/ })).toBeVisible();
    await expect(member.getByRole("link", { name: /^Watch and observe/ })).toHaveCount(0);
  });
  await step("the session is moved to now", () => portal.plant("move-session", sessionId, "0"));
  await step("the member plays the clip", async () => {
    await member.goto(sessionUrl);
    await beginObserving(member);
    await expectPlaying(member);
  });
  await step("marks what happens", () => makeMarks(member, ["Officer calms", "Person speaks up"]));
  await step("answers the questions about the footage", async () => {
    await pause(member);
    await answerAboutFootage(member);
  });
  await step("locks, and answers the rest", () => lockAndConclude(member));
  await step("seals the observation", () => seal(member));
  await step("an analyst opens a report and downloads it, with no count below 5", async () => {
    const analyst = await enter(LEAD_CAST.analyst.email);
    await openNewestReport(analyst);
    const counts = readCounts(await downloadCsv(analyst));
    expect(counts.length).toBeGreaterThan(0);
    for (const count of counts)
      if (count !== "[c]") expect(Number(count)).toBeGreaterThanOrEqual(LEAST_PUBLISHED_COUNT);
  });
}

/** Noon of tomorrow or so: far from midnight, because a session is booked on one day. */
function nextNoon(): Date {
  return new Date(Math.ceil((Date.now() + DAY_MS) / DAY_MS) * DAY_MS + 12 * HOUR_MS);
}
