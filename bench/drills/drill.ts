/** A fault, repeated: each round makes it once, at another instant, and throws when the promise was broken. */
export interface Drill {
  /** One round; answers in a few words what happened in it. */
  round(): Promise<string>;
  close(): Promise<void>;
}

/** Opens a drill, with everything it needs; the seed decides its instants. */
export type OpenDrill = (seed: number) => Promise<Drill>;

/** Runs the rounds of a drill, telling each one's end; answers how many passed and how many did not. */
export async function runDrill(
  open: OpenDrill,
  {
    rounds,
    say,
    seed,
  }: { readonly rounds: number; readonly say: (text: string) => void; readonly seed: number },
): Promise<{ readonly passed: number; readonly failed: number }> {
  say(`seed ${seed}`);
  const drill = await open(seed);
  let failed = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      try {
        say(`round ${round} passed: ${await drill.round()}`);
      } catch (error) {
        failed += 1;
        say(`round ${round} FAILED: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await drill.close();
  }
  return { passed: rounds - failed, failed };
}
