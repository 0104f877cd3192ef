import { expect, test } from "vitest";
import { measureSideBySide } from "~/bench/side-by-side";

test("two sides are measured by turns, the first round does not count, and noise common to both cancels out", async () => {
  const turns: string[] = [];
  const noise = [100, 1, 3, 2];
  const side = (name: string, cost: number) => async () => {
    const round = turns.filter((turn) => turn === name).length;
    turns.push(name);
    return cost * (noise[round] ?? Number.NaN);
  };

  const { bare, ours, ratio } = await measureSideBySide(3, { ours: side("ours", 6), bare: side("bare", 4) });

  expect({ bare, ours, ratio }).toEqual({ bare: 8, ours: 12, ratio: 1.5 });
  expect(turns.join(" ")).toBe("ours bare bare ours ours bare bare ours");
});
