import { test as base, type Page } from "@playwright/test";
import { type ConsoleErrors, watchConsole } from "~/e2e/console-errors";
import { signInAs } from "~/e2e/sign-in";
import { type AnnouncedPortal, announcedPortal } from "~/setup/announced-portal";

interface Fixtures {
  readonly portal: AnnouncedPortal;
  /** Errors on any page's console fail the test, unless announced here. */
  readonly consoleErrors: ConsoleErrors;
  /** Signs a planted person in, in the browser profile of this page. */
  readonly signIn: (page: Page, email: string) => Promise<void>;
  /** Another browser profile with this person signed in; it is closed after the test. */
  readonly pageOf: (email: string) => Promise<Page>;
}

/** Playwright's test with the portal behind it. */
export const test = base.extend<Fixtures>({
  // Playwright reads from the pattern which fixtures are needed, so it must be one, even an empty one.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  portal: async ({}, use) => use(announcedPortal()),

  baseURL: async ({ portal }, use) => use(portal.url),

  consoleErrors: [
    async ({ browser }, use) => {
      const watched = watchConsole(browser);
      await use(watched);
      base.expect(watched.unannounced(), "errors on the console").toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ portal }, use) => use((page, email) => signInAs(page.context(), portal.url, email)),

  pageOf: async ({ browser, contextOptions, portal }, use) => {
    const opened: Page[] = [];
    await use(async (email) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: portal.url });
      const page = await context.newPage();
      opened.push(page);
      await signInAs(context, portal.url, email);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});
