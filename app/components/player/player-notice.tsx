import { PLAYER_TROUBLE_TEXT, type PlayerTrouble } from "~/app/components/player/player-text";

interface PlayerNoticeProps {
  trouble: PlayerTrouble;
  /** Whether it stands in for the picture; otherwise it lies on top of it. */
  isBlank: boolean;
  onRetry: () => void;
}

/** Says why the picture stands still or is gone. */
export function PlayerNotice({ trouble, isBlank, onRetry }: PlayerNoticeProps) {
  const { heading, body } = PLAYER_TROUBLE_TEXT[trouble];
  return (
    <div
      className={isBlank ? "app-player__notice app-player__notice--blank" : "app-player__notice"}
      role="alert"
    >
      <p className="app-player__notice-heading">{heading}</p>
      <p className="app-player__notice-body">{body}</p>
      {trouble === "cannot-play" ? (
        <button type="button" className="app-player__retry" onClick={onRetry}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
