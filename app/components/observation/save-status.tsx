import { classNames } from "~/app/components/ui/class-names";
import type { SaveState } from "./autosave";

const TEXT: Record<Exclude<SaveState["kind"], "refused" | "retrying">, string> = {
  idle: "Your answers are saved as you go",
  saving: "Saving",
  saved: "All answers saved",
};

/** Whether what is on the page is safe. */
export function SaveStatus({ faultCount, state }: { faultCount: number; state: SaveState }) {
  const isBad = state.kind === "retrying" || state.kind === "refused" || faultCount > 0;
  return (
    <p className={classNames("app-save-status", isBad && "app-save-status--bad")} role="status">
      {textOf(state, faultCount)}
    </p>
  );
}

function textOf(state: SaveState, faultCount: number): string {
  if (state.kind === "refused") return state.message;
  if (state.kind === "saved" && faultCount > 0)
    return faultCount === 1
      ? "1 answer is not saved: see its message"
      : `${faultCount} answers are not saved: see their messages`;
  if (state.kind !== "retrying") return TEXT[state.kind];
  return state.isSignedOut
    ? "Not saved yet: you have been signed out. Sign in again in another tab and leave this one open."
    : "Not saved yet, trying again. Leave this page open.";
}
