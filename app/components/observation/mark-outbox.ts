import { patienceMs } from "./patience";
import type { Reply } from "./send-form";

/** A mark as somebody tapped it. */
export interface Tap {
  readonly id: string;
  readonly code: string;
  readonly atMs: number;
  readonly playbackRate: number;
  readonly pass: number;
}

export type MarkState = "saving" | "saved" | "retrying" | "refused";

export interface ShownMark extends Tap {
  readonly state: MarkState;
  /** Why it was refused, in a sentence. */
  readonly message: string | null;
}

export interface MarkOutbox {
  make(tap: Tap): void;
  remove(id: string): void;
  /** Nothing is shown any more; what was tapped is still sent. */
  leave(): void;
}

export interface MarkOutboxMeans {
  readonly saved: readonly Tap[];
  readonly send: (act: "make" | "remove", tap: Tap) => Promise<Reply>;
  readonly wait: (ms: number) => Promise<void>;
  readonly onChange: (marks: readonly ShownMark[]) => void;
}

interface Entry {
  readonly tap: Tap;
  isWanted: boolean;
  /** What the server is known to hold; null while that is not known. */
  isHeld: boolean | null;
  isBusy: boolean;
  attempts: number;
  message: string | null;
}

/**
 * Shows each mark at once and sends it until it is answered: one request at a time per mark, in the order of what was
 * wanted last. A mark keeps its id however often it is sent, so the server counts it once.
 */
export function createMarkOutbox({ onChange, saved, send, wait }: MarkOutboxMeans): MarkOutbox {
  const entries = new Map<string, Entry>(
    saved.map((tap) => [
      tap.id,
      { tap, isWanted: true, isHeld: true, isBusy: false, attempts: 0, message: null },
    ]),
  );
  let hasLeft = false;

  function show(): void {
    if (!hasLeft)
      onChange(
        [...entries.values()]
          .filter(({ isWanted }) => isWanted)
          .sort(byTime)
          .map(toShown),
      );
  }

  async function settle(entry: Entry): Promise<void> {
    if (entry.isBusy) return;
    entry.isBusy = true;
    while (entry.isHeld !== entry.isWanted && entry.message === null) {
      const isMaking = entry.isWanted;
      const reply = await send(isMaking ? "make" : "remove", entry.tap);
      if (reply.kind === "again") {
        entry.attempts += 1;
        show();
        await wait(patienceMs(entry.attempts - 1));
        continue;
      }
      entry.attempts = 0;
      entry.isHeld = reply.kind === "done" ? isMaking : !isMaking;
      if (reply.kind === "done") continue;
      // What could not be taken back is still there; what is no longer wanted need not be mourned.
      if (entry.isWanted || !isMaking) entry.message = reply.message;
      if (!isMaking) entry.isWanted = true;
    }
    entry.isBusy = false;
    if (!entry.isWanted && entry.isHeld === false) entries.delete(entry.tap.id);
    show();
  }

  return {
    make(tap) {
      const fresh = { tap, isWanted: true, isHeld: false, isBusy: false, attempts: 0, message: null };
      entries.set(tap.id, fresh);
      show();
      void settle(fresh);
    },
    remove(id) {
      const entry = entries.get(id);
      if (!entry) return;
      if (entry.message !== null && entry.isHeld === false) entries.delete(id);
      entry.isWanted = false;
      entry.message = null;
      // While a request is under way nobody knows what the server holds.
      if (entry.isBusy) entry.isHeld = null;
      show();
      if (entries.has(id)) void settle(entry);
    },
    leave() {
      hasLeft = true;
    },
  };
}

function byTime(one: Entry, other: Entry): number {
  return one.tap.atMs - other.tap.atMs || (one.tap.id < other.tap.id ? -1 : 1);
}

function toShown({ attempts, isHeld, message, tap }: Entry): ShownMark {
  const settled: MarkState = isHeld === true ? "saved" : attempts > 0 ? "retrying" : "saving";
  return { ...tap, message, state: message === null ? settled : "refused" };
}
