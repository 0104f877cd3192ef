import { type KeyboardEvent, type MutableRefObject, useEffect, useRef, useState } from "react";
import { obey } from "~/app/components/player/obey";
import { commandOfKey, type PlayerCommand } from "~/app/components/player/player-command";
import { PlayerControls } from "~/app/components/player/player-controls";
import { PlayerIcon } from "~/app/components/player/player-icon";
import { PlayerNotice } from "~/app/components/player/player-notice";
import { PlayerTimeline } from "~/app/components/player/player-timeline";
import { PlayerWatermark } from "~/app/components/player/player-watermark";
import { useFullScreen } from "~/app/components/player/use-full-screen";
import { type PlayerController, usePlayer } from "~/app/components/player/use-player";
import { classNames } from "~/app/components/ui/class-names";
import "./player.scss";

/** Where a clip is played from. */
export interface PlayerSource {
  readonly playlistUrl: string;
  readonly posterUrl: string;
  readonly durationMs: number;
}

interface PlayerProps {
  source: PlayerSource;
  /** Names the player for those who do not see it. */
  title: string;
  /** The viewer's short code, shown on the picture. */
  watermark: string;
  /** When the footage closes by itself, as an ISO instant; only what is said then depends on it. */
  windowEndsAt?: string;
  onTimeUpdate?: (milliseconds: number) => void;
  /** Called when the clip can be played. */
  onReady?: (controller: PlayerController) => void;
  /** Holds the controller while there is one. */
  controllerRef?: MutableRefObject<PlayerController | null>;
}

/** Plays one clip. Its keys work while the focus is inside it: space, arrows, comma, full stop and M. */
export function Player({ controllerRef, source, title, watermark, ...wishes }: PlayerProps) {
  const { onReady, onTimeUpdate, windowEndsAt } = wishes;
  const { playlistUrl, posterUrl, durationMs } = source;
  const player = usePlayer({ playlistUrl, windowEndsAt, onReady, onTimeUpdate });
  const { controller, engine, face, retry, screenRef, trouble } = player;
  const frameRef = useRef<HTMLElement>(null);
  const fullScreen = useFullScreen(frameRef);
  const [isInBrowser, setInBrowser] = useState(false);
  const [hasStarted, setStarted] = useState(false);
  useEffect(() => setInBrowser(true), []);
  useEffect(() => {
    if (!face.isPaused || face.currentMs > 0) setStarted(true);
  }, [face]);
  useEffect(() => {
    if (controllerRef === undefined) return;
    controllerRef.current = controller;
    return () => {
      controllerRef.current = null;
    };
  }, [controllerRef, controller]);

  const run = (command: PlayerCommand) => {
    if (command === "toggle-full-screen") fullScreen.toggle();
    else if (engine !== null) obey(engine, command);
  };
  const press = (event: KeyboardEvent) => {
    const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
    const command = commandOfKey(event, isOnButton);
    if (command === null) return;
    event.preventDefault();
    run(command);
  };
  const toggle = () => run("toggle-play");

  const isBlank = engine === null && trouble !== null;
  return (
    <section
      ref={frameRef}
      className={classNames("app-player", isInBrowser && "app-player--live")}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={press}
    >
      <div className="app-player__stage">
        {hasStarted || isBlank ? null : <img className="app-player__poster" src={posterUrl} alt="" />}
        <div ref={screenRef} className="app-player__screen" />
        {/* The button below says the same to everybody who does not point at the picture. */}
        <div className="app-player__surface" aria-hidden="true" onClick={toggle}>
          {face.isPaused && engine !== null ? <PlayerIcon name="play" /> : null}
        </div>
        {isBlank ? null : <PlayerWatermark code={watermark} />}
        {isInBrowser && !isBlank && (engine === null || face.isWaiting) ? (
          <p className="app-player__waiting" role="status">
            Loading…
          </p>
        ) : null}
        {trouble === null ? null : <PlayerNotice trouble={trouble} isBlank={isBlank} onRetry={retry} />}
        <noscript>
          <p className="app-player__notice app-player__notice--blank">
            Watching a clip needs JavaScript. Turn it on in your browser and load this page again.
          </p>
        </noscript>
      </div>
      {isBlank ? null : (
        <div className="app-player__panel">
          <PlayerTimeline
            currentMs={face.currentMs}
            durationMs={durationMs}
            disabled={engine === null}
            onSeek={(milliseconds) => engine?.seekTo(milliseconds)}
          />
          <PlayerControls
            face={face}
            disabled={engine === null}
            canFullScreen={fullScreen.isPossible}
            isFullScreen={fullScreen.isOn}
            onCommand={run}
          />
        </div>
      )}
    </section>
  );
}
