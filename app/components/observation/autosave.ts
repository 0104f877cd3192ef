import { patienceMs } from "./patience";
import type { Fields, Reply } from "./send-form";

/** Where the answers of a page stand with the server. */
export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved" }
  | { readonly kind: "retrying"; readonly isSignedOut: boolean }
  | { readonly kind: "refused"; readonly message: string };

export interface AutosaveMeans {
  /** Sends the answers to these questions, each as its fields. */
  readonly send: (answers: ReadonlyMap<string, Fields>) => Promise<Reply>;
  readonly wait: (ms: number) => Promise<void>;
  readonly onState: (state: SaveState) => void;
}

export interface Autosave {
  /** The answer to this question is now what its fields say. */
  touch(questionId: string, fields: Fields): void;
  /** Nothing is reported any more; what changed is sent at once, before the next page can do anything. */
  leave(): void;
}

/** How long somebody may go on choosing or typing before it is saved, in milliseconds. */
export const PAUSE_MS = 1_200;

/**
 * Saves what changed, a moment after it changed: one request at a time, each with the latest of every question that
 * is not saved yet. Nothing counts as saved before the server said so.
 */
export function createAutosave({ onState, send, wait }: AutosaveMeans): Autosave {
  const unsaved = new Map<string, Fields>();
  let isBusy = false;
  let hasLeft = false;
  let hurry = () => {};
  const leaving = new Promise<void>((resolve) => {
    hurry = resolve;
  });
  let shown: SaveState["kind"] = "idle";
  const report = (state: SaveState) => {
    if (hasLeft || (state.kind === "saving" && shown === "saving")) return;
    shown = state.kind;
    onState(state);
  };
  const pause = () => Promise.race([wait(PAUSE_MS), leaving]);

  async function save(): Promise<void> {
    isBusy = true;
    let attempts = 0;
    await pause();
    while (unsaved.size > 0) {
      const sent = new Map(unsaved);
      unsaved.clear();
      const reply = await send(sent);
      if (reply.kind === "done") {
        attempts = 0;
        if (unsaved.size > 0) await pause();
        continue;
      }
      for (const [questionId, fields] of sent) {
        if (!unsaved.has(questionId)) unsaved.set(questionId, fields);
      }
      if (reply.kind === "refused") {
        isBusy = false;
        return report(reply);
      }
      report({ kind: "retrying", isSignedOut: reply.isSignedOut });
      await wait(patienceMs(attempts));
      attempts += 1;
    }
    isBusy = false;
    report({ kind: "saved" });
  }

  return {
    touch(questionId, fields) {
      unsaved.set(questionId, fields);
      // From the first keystroke on, because "saved" must never stand beside what is not.
      if (shown !== "retrying") report({ kind: "saving" });
      if (!isBusy) void save();
    },
    leave() {
      hasLeft = true;
      hurry();
    },
  };
}
