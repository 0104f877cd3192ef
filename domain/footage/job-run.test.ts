import { describe, expect, test } from "vitest";
import { isWorthWriting, type RunProgress } from "~/domain/footage/job-run";

const half: RunProgress = { stage: "preparing", progress: 0.5 };
const more: RunProgress = { stage: "preparing", progress: 0.6 };
const storing: RunProgress = { stage: "storing", progress: 0.5 };

describe("progress is written down", () => {
  test.each([
    ["at once when the stage changes", half, storing, 0, true],
    ["not again within the second", half, more, 0.9, false],
    ["after a second when it has moved", half, more, 1, true],
    ["not after a second when it has not moved", half, half, 1, false],
    ["after a quarter of the lease even when it has not moved", half, half, 15, true],
  ])("%s", (_, written, present, secondsSince, expected) => {
    expect(isWorthWriting(written, present, secondsSince, 60)).toBe(expected);
  });
});
