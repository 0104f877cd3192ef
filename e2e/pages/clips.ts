import { expect, type Page } from "@playwright/test";
import { londonWallClock } from "~/domain/sessions/london-time";
import { expectPlaying, pause } from "~/e2e/pages/video";

/** An encounter in the words of the form. */
export interface Encounter {
  readonly type: string;
  /** As yyyy-mm-dd. */
  readonly occurredOn: string;
  readonly borough: string;
  readonly power: string;
  readonly object: string;
  readonly outcome: string;
  readonly ethnicity: string;
  readonly age: string;
  readonly gender: string;
  readonly selection: string;
}

const DAY_MS = 86_400_000;

/** A search of a person in Newham last week. */
const A_SEARCH: Encounter = {
  type: "Stop and search, person",
  occurredOn: londonWallClock(new Date(Date.now() - 7 * DAY_MS)).date,
  borough: "Newham",
  power: "Misuse of Drugs Act 1971 (section 23)",
  object: "Controlled drugs",
  outcome: "A no further action disposal",
  ethnicity: "White - English/Welsh/Scottish/Northern Irish/British",
  age: "18-24",
  gender: "Male",
  selection: "At random: a fixed number from the frame",
};

/**
 * As a liaison officer on the list of clips: registers an encounter, a search of a person in Newham unless wished
 * otherwise, arrives at its upload and answers the reference of its clip.
 */
export async function registerClip(page: Page, wishes: Partial<Encounter> = {}): Promise<string> {
  const encounter = { ...A_SEARCH, ...wishes };
  await page.getByRole("link", { name: "Register a clip" }).click();
  const choose = (label: string, text: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: text });
  const pick = (legend: string, text: string) =>
    page
      .getByRole("group", { name: legend, exact: true })
      .getByRole("radio", { name: text, exact: true })
      .check();
  await choose("Type of encounter", encounter.type);
  await page.getByLabel("Date", { exact: true }).fill(encounter.occurredOn);
  await pick("Borough", encounter.borough);
  await choose("Legal power", encounter.power);
  await choose("Object of search", encounter.object);
  await choose("Outcome", encounter.outcome);
  await choose("Self-defined ethnicity", encounter.ethnicity);
  await pick("Age", encounter.age);
  await pick("Gender", encounter.gender);
  await pick("How the encounter was selected", encounter.selection);
  await page.getByRole("button", { name: "Register and go on to the upload" }).click();
  await expect(page.getByRole("heading", { name: "Upload the redacted footage" })).toBeVisible();
  const caption = await page
    .getByText(/^Clip [A-Z]+-/)
    .first()
    .textContent();
  return (caption ?? "").replace("Clip ", "").trim();
}

/** On the page for the upload: sends the file, sees its progress, and arrives at the page of the clip. */
export async function uploadFile(page: Page, path: string, withinMs = 60_000): Promise<void> {
  await page.getByLabel("Redacted clip").setInputFiles(path);
  // Looked for before the click, because a small file has arrived in the twinkling of an eye.
  const progress = page.getByRole("progressbar").waitFor();
  await page.getByRole("button", { name: "Upload" }).click();
  await progress;
  await page.waitForURL(/\/clips\/[0-9a-f-]{36}$/, { timeout: withinMs });
}

/** On the page of a clip: waits, without loading it again, until it says that it is prepared. */
export async function waitUntilPrepared(page: Page, withinMs = 120_000): Promise<void> {
  await expect(page.getByText("Waiting for a second person")).toBeVisible({ timeout: withinMs });
}

/** On the page of a clip: waits, without loading it again, until it says that the upload failed. */
export async function waitUntilFailed(page: Page, withinMs = 120_000): Promise<void> {
  await expect(page.getByText("Upload failed")).toBeVisible({ timeout: withinMs });
}

/** As another liaison officer on the list of clips: watches the clip and releases it. */
export async function checkAndRelease(page: Page, reference: string): Promise<void> {
  await page.getByRole("link", { name: reference }).click();
  await expectPlaying(page);
  await pause(page);
  await page.getByRole("checkbox", { name: /I have watched the whole clip/ }).check();
  await page.getByRole("button", { name: "Release this clip" }).click();
  await expect(page.getByText("Released", { exact: true }).first()).toBeVisible();
}
