import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

/** As an analyst, signed in: opens the newest report of the list. */
export async function openNewestReport(page: Page): Promise<void> {
  await page.goto("/reports");
  await page
    .getByRole("link", { name: /^Escalation, / })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Escalation by encounter type and area" })).toBeVisible();
}

/** On the page of a report: downloads it and answers the text of the file. */
export async function downloadCsv(page: Page): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const download = await downloading;
  return readFile(await download.path(), "utf8");
}

/** The counts of a downloaded report as they are printed: a number, or [c] where it is withheld. */
export function readCounts(csv: string): readonly string[] {
  const [header = "", ...lines] = csv.trim().split(/\r?\n/);
  const place = fields(header).indexOf("count");
  if (place < 0) throw new Error(`the file has no column "count": ${header}`);
  return lines.map((line) => fields(line)[place] ?? "");
}

// Every field is quoted, and none of this file holds a line break.
function fields(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, text = ""]) => text.replaceAll('""', '"'));
}
