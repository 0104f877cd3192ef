import { expect, type Page } from "@playwright/test";
import { londonWallClock } from "~/domain/sessions/london-time";

export interface Booking {
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly seats: number;
}

/** As a chair, from the panel's page: books a session and arrives at its agenda, which is still empty. */
export async function bookSession(page: Page, { endsAt, place, seats, startsAt }: Booking): Promise<void> {
  await page.getByRole("link", { name: "Book a session" }).click();
  await page.getByLabel("Where the panel meets").fill(place);
  await page.getByLabel("Date", { exact: true }).fill(londonWallClock(startsAt).date);
  await page.getByLabel("Starts").fill(londonWallClock(startsAt).time);
  await page.getByLabel("Ends").fill(londonWallClock(endsAt).time);
  await page.getByLabel("Seats").fill(String(seats));
  await page.getByRole("button", { name: "Book the session" }).click();
  await expect(page.getByRole("heading", { name: "Agenda", level: 1 })).toBeVisible();
}

/** As a chair, on the agenda: adds the released clip with this reference. */
export async function addToAgenda(page: Page, reference: string): Promise<void> {
  await page.getByRole("checkbox", { description: new RegExp(reference) }).check();
  await page.getByRole("button", { name: "Add to the agenda" }).click();
  await expect(page.getByRole("region", { name: "On the agenda" })).toContainText(reference);
}

/** As a member, on the page of a panel or of a session: takes the seat. */
export async function acceptSeat(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Accept/ })
    .first()
    .click();
  await expect(page.getByText("You have a seat").first()).toBeVisible();
}
