import { expect, test } from "vitest";
import { frameStep } from "~/app/components/player/frame-step";

test.each([
  [0, 1, 60],
  [20, 1, 60],
  [39.4, 1, 60],
  [39.999, 1, 100],
  [40, -1, 20],
  [60, -1, 20],
  [10, -1, 20],
  [1_000, 1, 1_060],
])("from %d ms, a step of %d frame leads to the middle of a frame, %d ms", (from, direction, to) => {
  expect(frameStep(from, direction as 1 | -1)).toBe(to);
});

test("stepping on and back again passes every frame once", () => {
  let at = 0;
  const on = Array.from({ length: 50 }, () => {
    at = frameStep(at, 1);
    return at;
  });
  const back = Array.from({ length: 49 }, () => {
    at = frameStep(at, -1);
    return at;
  });

  expect(back).toEqual(on.slice(0, -1).reverse());
});
