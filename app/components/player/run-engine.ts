import { askByHead, createHeartbeat, HEARTBEAT_MS } from "~/app/components/player/heartbeat";
import type { Engine } from "~/app/components/player/player-engine";
import type { PlayerTrouble } from "~/app/components/player/player-text";

/** What the player's face shows. */
export interface PlayerFace {
  readonly currentMs: number;
  readonly isPaused: boolean;
  readonly isWaiting: boolean;
  readonly isMuted: boolean;
  readonly rate: number;
}

/** Who follows a run. */
export interface RunListener {
  /** The engine once it is loaded, and null when it is gone. */
  onEngine(engine: Engine | null): void;
  onReady(engine: Engine): void;
  onFace(face: PlayerFace): void;
  onTrouble(trouble: PlayerTrouble | null): void;
  /** Whether the window in which the footage may be seen should be over by now. */
  isWindowOver(): boolean;
}

export const FACE_AT_REST: PlayerFace = {
  currentMs: 0,
  isPaused: true,
  isWaiting: false,
  isMuted: false,
  rate: 1,
};
/** Asked for by HEAD, which shows nothing and counts as watching. */
const HEARTBEAT_FILE = "segment-00000.ts";

/** Loads an engine for one playlist and follows it until it is ended from outside or the footage is closed. */
export function runEngine(
  screen: HTMLElement | null,
  playlistUrl: string,
  listener: RunListener,
): { end: () => void } {
  let engine: Engine | null = null;
  let isOver = false;
  const heartbeatUrl = new URL(HEARTBEAT_FILE, new URL(playlistUrl, document.baseURI)).href;

  const end = () => {
    isOver = true;
    clearInterval(timer);
    engine?.dispose();
    engine = null;
    listener.onEngine(null);
  };
  const giveUp = (reason: PlayerTrouble) => {
    if (isOver) return;
    end();
    listener.onTrouble(reason);
  };
  const refuse = () => giveUp(listener.isWindowOver() ? "window-closed" : "not-available");
  const heartbeat = createHeartbeat({
    ask: () => askByHead(heartbeatUrl),
    isDue: () => engine !== null && (!engine.isPaused() || listener.isWindowOver()),
    onRefused: refuse,
    onUnconfirmed: () => {
      engine?.pause();
      listener.onTrouble("connection-lost");
    },
    monotonic: () => performance.now(),
  });
  const timer = setInterval(() => void heartbeat.beat(), HEARTBEAT_MS);

  const onAnswer = (status: number) => {
    if (isOver) return;
    if (status >= 200 && status < 300) {
      heartbeat.confirm();
      listener.onTrouble(null);
    } else if (status === 429) listener.onTrouble("too-fast");
    else if (status >= 400 && status < 500) refuse();
    else listener.onTrouble("connection-lost");
  };
  const onFailure = async () => {
    if ((await askByHead(heartbeatUrl)) === "refused") refuse();
    else giveUp("cannot-play");
  };

  listener.onTrouble(null);
  listener.onFace(FACE_AT_REST);
  loadEngine().then(
    ({ openEngine }) => {
      if (isOver || screen === null) return;
      const opened = openEngine(screen, playlistUrl, {
        onReady: () => listener.onReady(opened),
        onChange: () => listener.onFace(faceOf(opened)),
        onAnswer,
        onFailure: () => void onFailure(),
      });
      engine = opened;
      listener.onEngine(opened);
    },
    () => giveUp("cannot-play"),
  );
  return { end };
}

/** Only pages that show footage, and only in the browser, load the machine. */
function loadEngine() {
  // video.js would otherwise write its own style element, which the content security policy refuses.
  Reflect.set(window, "VIDEOJS_NO_DYNAMIC_STYLE", true);
  return import("~/app/components/player/player-engine");
}

function faceOf(engine: Engine): PlayerFace {
  return {
    currentMs: engine.currentTimeMs(),
    isPaused: engine.isPaused(),
    isWaiting: engine.isWaiting(),
    isMuted: engine.isMuted(),
    rate: engine.playbackRate(),
  };
}
