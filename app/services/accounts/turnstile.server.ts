/** Lets a few through at once and a few more wait; everybody else is turned away at once. */
export interface Turnstile {
  /** Runs the work when its turn comes; null when the queue was already full. */
  pass<T>(work: () => Promise<T>): Promise<T | null>;
}

/** A turnstile for one process. */
export function createTurnstile({ atOnce, waiting }: { atOnce: number; waiting: number }): Turnstile {
  let inside = 0;
  const queue: (() => void)[] = [];
  return {
    async pass(work) {
      if (inside >= atOnce) {
        if (queue.length >= waiting) return null;
        await new Promise<void>((enter) => queue.push(enter));
      } else {
        inside += 1;
      }
      try {
        return await work();
      } finally {
        const next = queue.shift();
        // Whoever leaves hands the place over, so that nobody slips in between.
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
}
