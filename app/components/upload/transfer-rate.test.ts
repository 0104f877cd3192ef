import { describe, expect, test } from "vitest";
import { addSample, secondsLeft, type TransferSample } from "~/app/components/upload/transfer-rate";

const run = (...samples: [number, number][]) =>
  samples.reduce<readonly TransferSample[]>((all, [atMs, bytes]) => addSample(all, { atMs, bytes }), []);

describe("the time left", () => {
  test("follows from what was sent in the last 20 seconds", () => {
    expect(secondsLeft(run([0, 0], [10_000, 1_000]), 3_000)).toBe(20);
    expect(secondsLeft(run([0, 0], [30_000, 100], [40_000, 1_100]), 2_100)).toBe(10);
  });

  test("is unknown before two seconds have passed", () => {
    expect(secondsLeft(run(), 3_000)).toBeNull();
    expect(secondsLeft(run([0, 0], [1_999, 1_000]), 3_000)).toBeNull();
  });

  test("is unknown while nothing moves", () => {
    expect(secondsLeft(run([0, 500], [5_000, 500]), 3_000)).toBeNull();
  });

  test("forgets what was sent before the upload fell back", () => {
    const samples = run([0, 0], [10_000, 5_000], [11_000, 4_000], [15_000, 4_400]);

    expect(samples[0]).toEqual({ atMs: 11_000, bytes: 4_000 });
    expect(secondsLeft(samples, 4_800)).toBe(4);
  });
});
