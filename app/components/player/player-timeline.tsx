import { useEffect, useRef, useState } from "react";
import { spokenTime } from "~/app/components/player/player-text";
import { mediaTimeText } from "~/app/components/ui/media-time-text";

const SETTLE_MS = 150;

interface PlayerTimelineProps {
  currentMs: number;
  durationMs: number;
  disabled: boolean;
  onSeek: (milliseconds: number) => void;
}

/** Where in the clip one is, and a slider to go elsewhere. The picture follows when the slider has settled for a moment. */
export function PlayerTimeline({ currentMs, durationMs, disabled, onSeek }: PlayerTimelineProps) {
  const [draggedTo, setDraggedTo] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const shownMs = Math.min(durationMs, draggedTo ?? currentMs);

  const drag = (milliseconds: number) => {
    setDraggedTo(milliseconds);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      onSeek(milliseconds);
      setDraggedTo(null);
    }, SETTLE_MS);
  };

  return (
    <div className="app-player__timeline">
      <input
        type="range"
        className="app-player__slider"
        aria-label="Place in the clip"
        aria-valuetext={`${spokenTime(shownMs)} of ${spokenTime(durationMs)}`}
        min={0}
        max={durationMs}
        step={100}
        value={shownMs}
        disabled={disabled}
        onChange={(event) => drag(event.target.valueAsNumber)}
      />
      <span className="app-player__time" aria-hidden="true">
        {mediaTimeText(shownMs)} <span className="app-player__duration">/ {mediaTimeText(durationMs)}</span>
      </span>
    </div>
  );
}
