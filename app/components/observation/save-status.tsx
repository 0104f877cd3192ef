import { classNames } from "~/app/components/ui/class-names";
import type { SaveState } from "./autosave";

const TEXT: Record<Exclude<SaveState["kind"], "refused" | "retrying">, string> = {
  idle: "Your answers are saved as you go",
  saving: "Saving",
  saved: "All answers saved",
};

/** Whether what is on the page is safe. */
export function SaveStatus({ state }: { state: SaveState }) {
  const isBad = state.kind === "retrying" || state.kind === "refused";
  return (
    <p className={classNames("app-save-status", isBad && "app-save-status--bad")} role="status">
      {textOf(state)}
    </p>
  );
}

function textOf(state: SaveState): string {
  if (state.kind === "refused") return state.message;
  if (state.kind !== "retrying") return TEXT[state.kind];
  return state.isSignedOut
    ? "Not saved yet: you have been signed out. Sign in again in another tab and leave this one open."
    : "Not saved yet, trying again. Leave this page open.";
}
