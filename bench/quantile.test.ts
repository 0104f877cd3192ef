import { expect, test } from "vitest";
import { median, quantile } from "~/bench/quantile";

test("the median of an even number of values is the mean of the middle two", () => {
  expect([median([9, 1, 5]), median([4, 1, 3, 2])]).toEqual([5, 2.5]);
});

test("the 95th percentile of 100 values is exceeded by five of them", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);

  expect(quantile(values, 0.95)).toBe(95);
});

test("nothing has no median", () => {
  expect(() => median([])).toThrow("no values");
});
