import { isRouteErrorResponse } from "@remix-run/react";

export interface ErrorPageText {
  heading: string;
  sentences: string[];
  reference: string | null;
  next: { text: string; to: "start" | "same page" };
}

const START = { text: "Go to your start page", to: "start" } as const;

const TEXT: Record<number, Omit<ErrorPageText, "reference">> = {
  // One text for "is not there" and "is not for you", because existence is information.
  404: {
    heading: "Page not found",
    sentences: [
      "If you typed the address, check that it is complete.",
      "If a link brought you here, what it led to may have been moved, or may not be open to you.",
    ],
    next: START,
  },
  403: {
    heading: "This area is not part of your role",
    sentences: [
      "Your account does not open this area. If you think it should, ask whoever looks after accounts.",
    ],
    next: START,
  },
  409: {
    heading: "Somebody changed this while you had it open",
    sentences: ["Nothing of yours was saved. Look at the newer version first, then make your change again."],
    next: { text: "Show the newer version", to: "same page" },
  },
  429: {
    heading: "Too many tries",
    sentences: ["We have paused to keep accounts safe. Wait a few minutes before you try again."],
    next: { text: "Try again", to: "same page" },
  },
};

const REQUEST_REFUSED: Omit<ErrorPageText, "reference"> = {
  heading: "We could not read that request",
  sentences: ["Nothing was changed. Go back to the page you came from and try once more."],
  next: START,
};

const FAILED: Omit<ErrorPageText, "reference"> = {
  heading: "Sorry, something went wrong",
  sentences: ["The fault is ours. What you last saved is safe. Try again in a few minutes."],
  next: { text: "Try again", to: "same page" },
};

/** What to tell a person about whatever a route threw; never what the error itself says. */
export function errorPageText(error: unknown): ErrorPageText {
  if (!isRouteErrorResponse(error)) return { ...FAILED, reference: null };
  const reference = readReference(error.data);
  const known = TEXT[error.status];
  if (known) return { ...known, reference };
  return { ...(error.status < 500 ? REQUEST_REFUSED : FAILED), reference };
}

function readReference(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("reference" in data)) return null;
  return typeof data.reference === "string" ? data.reference : null;
}
