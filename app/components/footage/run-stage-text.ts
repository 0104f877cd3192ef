import type { RunStage } from "~/domain/footage/job-run";

const STEPS: Record<Exclude<RunStage, "waiting">, { readonly step: number; readonly text: string }> = {
  fetching: { step: 1, text: "Fetching the file" },
  inspecting: { step: 2, text: "Looking at the file" },
  preparing: { step: 3, text: "Making it ready for viewing" },
  storing: { step: 4, text: "Storing it" },
  done: { step: 4, text: "Storing it" },
};

/** What the worker is doing with a clip: "Step 3 of 4: Making it ready for viewing". */
export function runStageText(stage: RunStage): string {
  if (stage === "waiting") return "Waiting for its turn";
  const { step, text } = STEPS[stage];
  return `Step ${step} of 4: ${text}`;
}

/** How far the present step is: "42%". */
export function runAmountText(progress: number): string {
  return `${Math.floor(Math.min(Math.max(progress, 0), 1) * 100)}%`;
}
