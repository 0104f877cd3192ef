import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Engine } from "~/app/components/player/player-engine";
import type { PlayerTrouble } from "~/app/components/player/player-text";
import { FACE_AT_REST, type PlayerFace, runEngine } from "~/app/components/player/run-engine";

/** What a page can ask of a player, and tell it. Times are milliseconds into the clip. */
export interface PlayerController {
  currentTimeMs(): number;
  play(): void;
  pause(): void;
  seekTo(milliseconds: number): void;
  playbackRate(): number;
}

export interface PlayerWishes {
  readonly playlistUrl: string;
  readonly windowEndsAt?: string | undefined;
  readonly onTimeUpdate?: ((milliseconds: number) => void) | undefined;
  readonly onReady?: ((controller: PlayerController) => void) | undefined;
}

export interface PlayerState {
  readonly screenRef: RefObject<HTMLDivElement>;
  /** Null until the machine has been loaded, and once the footage was closed. */
  readonly engine: Engine | null;
  readonly controller: PlayerController | null;
  readonly face: PlayerFace;
  readonly trouble: PlayerTrouble | null;
  readonly retry: () => void;
}

/** Runs one engine for one playlist, in the browser only, and starts another when asked to try again. */
export function usePlayer(wishes: PlayerWishes): PlayerState {
  const { playlistUrl } = wishes;
  const latest = useRef(wishes);
  latest.current = wishes;
  const screenRef = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [engine, setEngine] = useState<Engine | null>(null);
  const [face, setFace] = useState(FACE_AT_REST);
  const [trouble, setTrouble] = useState<PlayerTrouble | null>(null);
  const controller = useMemo(() => engine && controllerOf(engine), [engine]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another engine for the same playlist.
  useEffect(() => {
    const run = runEngine(screenRef.current, playlistUrl, {
      onEngine: setEngine,
      onTrouble: setTrouble,
      onReady: (ready) => latest.current.onReady?.(controllerOf(ready)),
      onFace: (current) => {
        setFace(current);
        latest.current.onTimeUpdate?.(current.currentMs);
      },
      isWindowOver: () => Date.now() >= Date.parse(latest.current.windowEndsAt ?? "9999-12-31"),
    });
    return run.end;
  }, [playlistUrl, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { screenRef, engine, controller, face, trouble, retry };
}

function controllerOf(engine: Engine): PlayerController {
  const { currentTimeMs, pause, play, playbackRate, seekTo } = engine;
  return { currentTimeMs, play, pause, seekTo, playbackRate };
}
