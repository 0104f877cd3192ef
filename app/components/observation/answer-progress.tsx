import type { SaveState } from "./autosave";
import { SaveStatus } from "./save-status";

interface AnswerProgressProps {
  answered: number;
  needed: number;
  saveState: SaveState;
  /** Answers that could not be saved as they are. */
  faultCount: number;
}

/** How far somebody is, and that it is safe; stays in sight while they scroll. */
export function AnswerProgress({ answered, faultCount, needed, saveState }: AnswerProgressProps) {
  const text = `${answered} of ${needed} answered`;
  return (
    <div className="app-answering">
      <progress className="app-answering__bar" value={answered} max={Math.max(needed, 1)} aria-label={text} />
      <div className="app-answering__line">
        <strong>{text}</strong>
        <SaveStatus state={saveState} faultCount={faultCount} />
      </div>
    </div>
  );
}
