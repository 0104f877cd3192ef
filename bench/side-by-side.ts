import { median } from "~/bench/quantile";

/** What each side came to, round by round and in the middle. */
export interface SideBySide {
  readonly ours: number;
  readonly bare: number;
  /** Ours over bare, within each round, then the median: what slows both sides at once cancels out. */
  readonly ratio: number;
}

/** Measures two sides by turns, the first one changing every round, after one round of each that does not count. */
export async function measureSideBySide(
  rounds: number,
  sides: { readonly ours: () => Promise<number>; readonly bare: () => Promise<number> },
): Promise<SideBySide> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    const first = isOursFirst ? await sides.ours() : await sides.bare();
    const second = isOursFirst ? await sides.bare() : await sides.ours();
    const [mine, theirs] = isOursFirst ? [first, second] : [second, first];
    process.stderr.write(`round ${round}: ours ${mine.toFixed(2)}, bare ${theirs.toFixed(2)}\n`);
    if (round === 0) continue;
    ours.push(mine);
    bare.push(theirs);
  }
  const ratios = ours.map((value, index) => value / (bare[index] ?? Number.NaN));
  return { ours: median(ours), bare: median(bare), ratio: median(ratios) };
}
