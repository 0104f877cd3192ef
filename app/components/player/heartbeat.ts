/** What a heartbeat found out. */
export type HeartbeatAnswer = "granted" | "refused" | "unreachable";

export interface HeartbeatOptions {
  readonly ask: () => Promise<HeartbeatAnswer>;
  /** Whether there is a reason to ask: footage is playing, or its window should be over. */
  readonly isDue: () => boolean;
  readonly onRefused: () => void;
  /** Nobody has confirmed for so long that what plays may no longer be permitted. */
  readonly onUnconfirmed: () => void;
  /** Milliseconds that only rise. */
  readonly monotonic: () => number;
}

/** Keeps asking whether the footage may still be shown. */
export interface Heartbeat {
  /** To be called every `HEARTBEAT_MS`. */
  beat(): Promise<void>;
  /** An answer to something else has just said yes. */
  confirm(): void;
}

export const HEARTBEAT_MS = 4_000;
const MOST_MISSED = 3;

/**
 * Asks only when nothing else has been answered since the last beat, so segments make heartbeats superfluous. Needed
 * because a player has seconds in hand, and a short clip the whole of it, without asking for anything.
 */
export function createHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { ask, isDue, monotonic, onRefused, onUnconfirmed } = options;
  let confirmedAt = monotonic();
  let missed = 0;
  const confirm = () => {
    confirmedAt = monotonic();
    missed = 0;
  };
  return {
    confirm,
    async beat() {
      if (!isDue() || monotonic() - confirmedAt < HEARTBEAT_MS) return;
      const answer = await ask();
      if (answer === "granted") confirm();
      else if (answer === "refused") onRefused();
      else {
        missed += 1;
        if (missed >= MOST_MISSED) onUnconfirmed();
      }
    },
  };
}

/** Asks the server, without any bytes of footage, whether a file may still be had. */
export async function askByHead(url: string): Promise<HeartbeatAnswer> {
  try {
    const { ok, status } = await fetch(url, { method: "HEAD", cache: "no-store" });
    if (ok) return "granted";
    return status >= 500 || status === 429 ? "unreachable" : "refused";
  } catch {
    return "unreachable";
  }
}
