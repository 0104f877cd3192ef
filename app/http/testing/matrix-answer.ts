export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** `closed`: turned away. `refused`: let in and told why not. `open`: let in. */
export type Verdict = "open" | "refused" | "closed";

const CLOSED = [401, 403, 404, 405];
const REFUSED = [400, 409, 411, 413, 415, 422, 429];
// How single fetch sends a redirect to the browser: a document of its own with this status.
const DATA_REDIRECT = 202;
// Who comes too early or too late is led back to the clip or the session, which is asked in its own turn.
const SESSION_PAGE = /^\/panels\/[^/]+\/sessions\/[^/]+(\/clips\/[^/]+)?$/;

/** What an answer means to whoever asked. */
export function classify({ body, location, status }: Answer): Verdict {
  if (CLOSED.includes(status)) return "closed";
  if (REFUSED.includes(status)) return "refused";
  if (location?.startsWith("/sign-in")) return "closed";
  if (location !== null && SESSION_PAGE.test(location)) return "refused";
  if (status === DATA_REDIRECT && body.includes("/sign-in")) return "closed";
  return "open";
}
