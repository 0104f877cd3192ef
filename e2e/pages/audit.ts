import type { Page } from "@playwright/test";

/** As an auditor: the events on the newest pages of the log. */
export async function readAuditEvents(page: Page, pages = 5): Promise<ReadonlySet<string>> {
  const events = new Set<string>();
  await page.goto("/audit");
  for (let turned = 0; turned < pages; turned += 1) {
    for (const event of await page.getByRole("row").locator("code").allTextContents()) events.add(event);
    const older = page.getByRole("link", { name: "Older entries" });
    if ((await older.count()) === 0) break;
    await page.goto((await older.getAttribute("href")) ?? "/audit");
  }
  return events;
}
