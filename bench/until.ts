const ASK_EVERY_MS = 100;

/** Asks until the answer is not null; throws with what was waited for when `withinMs` have passed. */
export async function until<T>(what: string, withinMs: number, ask: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error(`${what} did not come about in ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
