import { type MutableRefObject, useCallback, useRef } from "react";
import type { PlayerController } from "~/app/components/player/use-player";
import { momentOfTap } from "~/domain/observations/marks";
import type { Tap } from "./mark-outbox";
import { newMarkId } from "./new-mark-id";

interface Viewing {
  readonly controllerRef: MutableRefObject<PlayerController | null>;
  readonly onTimeUpdate: (milliseconds: number) => void;
  /** The mark a tap makes at this moment; null while nothing has played. */
  readonly tap: (code: string) => Tap | null;
  /** Shows a moment, a little before it. */
  readonly seek: (milliseconds: number) => void;
}

// Players stop a little short of the length that the clip is known by.
const END_MS = 700;
const LEAD_IN_MS = 1_000;

/** Where somebody is in a clip, and in which viewing of it. The second begins once the clip has played to its end. */
export function useViewing(durationMs: number, earlier: readonly Tap[], onStart: () => void): Viewing {
  const controllerRef = useRef<PlayerController | null>(null);
  const pass = useRef(earlier.some((mark) => mark.pass === 2) ? 2 : 1);
  const hasStarted = useRef(false);
  const onTimeUpdate = useCallback(
    (milliseconds: number) => {
      if (milliseconds > 0 && !hasStarted.current) {
        hasStarted.current = true;
        onStart();
      }
      if (milliseconds >= durationMs - END_MS) pass.current = 2;
    },
    [durationMs, onStart],
  );
  const tap = useCallback(
    (code: string): Tap | null => {
      const player = controllerRef.current;
      if (player === null || player.currentTimeMs() <= 0) return null;
      return {
        id: newMarkId(),
        code,
        atMs: momentOfTap(player.currentTimeMs(), durationMs),
        playbackRate: player.playbackRate(),
        pass: pass.current,
      };
    },
    [durationMs],
  );
  const seek = useCallback((milliseconds: number) => {
    controllerRef.current?.seekTo(Math.max(0, milliseconds - LEAD_IN_MS));
  }, []);
  return { controllerRef, onTimeUpdate, tap, seek };
}
