import { describe, expect, test } from "vitest";
import {
  addWatched,
  coveredSeconds,
  playedBetween,
  type WatchedRange,
} from "~/app/components/player/coverage";

const merge = (...stretches: [number, number][]) =>
  stretches.reduce<WatchedRange[]>((all, [fromMs, toMs]) => addWatched(all, { fromMs, toMs }), []);
const pairs = (ranges: readonly WatchedRange[]) => ranges.map(({ fromMs, toMs }) => [fromMs, toMs]);

describe("stretches that were watched", () => {
  test.each<[string, [number, number][], [number, number][]]>([
    [
      "stay apart where they do not touch",
      [
        [0, 10],
        [20, 30],
      ],
      [
        [0, 10],
        [20, 30],
      ],
    ],
    [
      "come in order, however they were watched",
      [
        [20, 30],
        [0, 10],
      ],
      [
        [0, 10],
        [20, 30],
      ],
    ],
    [
      "are joined where they touch",
      [
        [0, 10],
        [10, 20],
      ],
      [[0, 20]],
    ],
    [
      "are joined where they overlap",
      [
        [0, 15],
        [10, 20],
      ],
      [[0, 20]],
    ],
    [
      "are swallowed by a longer one",
      [
        [5, 8],
        [12, 14],
        [0, 20],
      ],
      [[0, 20]],
    ],
    [
      "swallow a shorter one",
      [
        [0, 20],
        [5, 8],
      ],
      [[0, 20]],
    ],
    [
      "are joined by what closes the gap",
      [
        [0, 10],
        [20, 30],
        [10, 20],
      ],
      [[0, 30]],
    ],
    [
      "are not changed by nothing",
      [
        [0, 10],
        [5, 5],
        [9, 3],
      ],
      [[0, 10]],
    ],
  ])("%s", (_rule, stretches, merged) => {
    expect(pairs(merge(...stretches))).toEqual(merged);
  });

  test("count each second once, however often it was watched", () => {
    expect(coveredSeconds(merge([0, 6_000], [3_000, 9_000], [0, 6_000], [20_000, 20_500]))).toBe(9.5);
  });

  test("cover nothing before anything was watched", () => {
    expect(coveredSeconds([])).toBe(0);
  });
});

describe("from one told time to the next", () => {
  test("playing on shows what lies between", () => {
    expect(playedBetween(1_000, 1_250, 1)).toEqual({ fromMs: 1_000, toMs: 1_250 });
  });

  test("playing at double rate shows up to twice as much", () => {
    expect(playedBetween(0, 1_800, 1)).toBeNull();
    expect(playedBetween(0, 1_800, 2)).toEqual({ fromMs: 0, toMs: 1_800 });
  });

  test.each([
    ["forwards", 1_000, 6_000],
    ["backwards", 6_000, 1_000],
    ["nowhere", 1_000, 1_000],
  ])("a jump %s shows nothing", (_where, fromMs, toMs) => {
    expect(playedBetween(fromMs, toMs, 1)).toBeNull();
  });
});
