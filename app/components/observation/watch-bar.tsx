import type { ReactNode } from "react";

interface WatchBarProps {
  /** What was done last, said aloud. */
  news: string;
  /** Marks that nobody has confirmed. */
  unsaved: number;
  onUndo: (() => void) | undefined;
  stop: ReactNode;
}

/** Below the picture: what was marked last, and the way out that is always there. */
export function WatchBar({ news, onUndo, stop, unsaved }: WatchBarProps) {
  return (
    <div className="app-watch__bar">
      <div className="app-watch__news">
        <p className="app-watch__news-text" role="status">
          {news}
          {unsaved > 0 ? <span className="app-watch__unsaved">{unsaved} not saved – retrying</span> : null}
        </p>
        {onUndo ? (
          <button type="button" className="app-watch__undo" onClick={onUndo}>
            Undo
          </button>
        ) : null}
      </div>
      {stop}
    </div>
  );
}
