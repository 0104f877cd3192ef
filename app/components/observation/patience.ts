const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

/** How long to wait before trying again, in milliseconds: twice as long each time, half a minute at most. */
export function patienceMs(attempts: number): number {
  return Math.min(SHORTEST_MS * 2 ** Math.min(attempts, 10), LONGEST_MS);
}

/** Waits that long, or until the network is back. */
export function waitOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      window.clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = window.setTimeout(go, ms);
    window.addEventListener("online", go);
  });
}
