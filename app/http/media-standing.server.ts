import type { Decision } from "~/app/http/media-decisions.server";

/** A transfer under way: it ends when the reader leaves or when the leave to read is not given again. */
export interface Standing {
  readonly signal: AbortSignal;
  /** To be called when the response is closed, sent in full or not. */
  readonly end: () => void;
}

/**
 * Asks again whenever a decision has run out while bytes still flow, so that nobody goes on reading a slow transfer
 * after the window has closed, the clip was recalled or the login has ended.
 */
export function followDecision(
  first: Decision<unknown>,
  askAgain: () => Promise<Decision<unknown> | null>,
  monotonic: () => number,
): Standing {
  const controller = new AbortController();
  let timer: NodeJS.Timeout;
  const stop = (reason: string) => controller.abort(new Error(reason));
  const askWhenDue = ({ until }: Decision<unknown>) => {
    timer = setTimeout(
      () => {
        askAgain().then(
          (next) => {
            if (controller.signal.aborted) return;
            if (next === null) stop("no longer permitted");
            else askWhenDue(next);
          },
          () => stop("could not be asked"),
        );
      },
      Math.max(0, until - monotonic()),
    );
  };
  askWhenDue(first);
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      stop("closed");
    },
  };
}
