import type { Browser, BrowserContext } from "@playwright/test";

/** Watches every page of a browser for what goes wrong in it without anybody seeing. */
export interface ConsoleErrors {
  /** Says that errors like this are part of the test, such as the refusal of a forbidden address. */
  announce(pattern: RegExp): void;
  /** What went wrong unannounced, in the order in which it did. */
  unannounced(): readonly string[];
}

/** Begins to watch all contexts of the browser, those there are and those to come. */
export function watchConsole(browser: Browser): ConsoleErrors {
  const errors: string[] = [];
  const announced: RegExp[] = [];
  const watch = (context: BrowserContext) => {
    context.on("console", (message) => {
      if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => {
      errors.push(error.error().message);
    });
  };
  for (const context of browser.contexts()) watch(context);
  browser.on("context", watch);
  return {
    announce: (pattern) => {
      announced.push(pattern);
    },
    unannounced: () => errors.filter((text) => !announced.some((pattern) => pattern.test(text))),
  };
}
