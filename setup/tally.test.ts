import { describe, expect, test } from "vitest";
import { addTallies, tallyPlaywright, tallyVitest } from "~/setup/tally";

const passed = { status: "passed" };
const failed = { status: "failed" };

describe("a tally of unit tests", () => {
  test("counts a skipped and an unwritten unit test as failed", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [{ status: "failed", assertionResults: [passed, failed] }],
    };

    expect(tallyVitest(report)).toEqual({ passed: 5, failed: 4 });
  });

  test("counts a test file that could not be loaded as one failure", () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [
        { status: "passed", assertionResults: [passed] },
        { status: "failed", assertionResults: [] },
      ],
    };

    expect(tallyVitest(report)).toEqual({ passed: 1, failed: 1 });
  });
});

describe("a tally of journeys", () => {
  test("counts a skipped journey, a wavering one and an error outside of all as failed", () => {
    const report = { stats: { expected: 7, skipped: 1, unexpected: 2, flaky: 1 }, errors: [{}] };

    expect(tallyPlaywright(report)).toEqual({ passed: 7, failed: 5 });
  });
});

test("tallies add up", () => {
  const sum = addTallies([
    { passed: 1, failed: 2 },
    { passed: 3, failed: 0 },
  ]);

  expect(sum).toEqual({ passed: 4, failed: 2 });
});
