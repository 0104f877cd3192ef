import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RunProgress } from "~/domain/footage/job-run";
import { keepLease, type Lease, LeaseLost } from "~/worker/lease";

let parent: AbortController;
let written: RunProgress[];
let answer: () => Promise<boolean>;
let lease: Lease;

beforeEach(() => {
  vi.useFakeTimers();
  parent = new AbortController();
  written = [];
  answer = async () => true;
  lease = keepLease({
    seconds: 60,
    parent: parent.signal,
    renew: (progress) => {
      written.push(progress);
      return answer();
    },
  });
});

afterEach(async () => {
  await lease.end();
  vi.useRealTimers();
});

describe("a lease", () => {
  test("is renewed every quarter of its length while nothing moves", async () => {
    await vi.advanceTimersByTimeAsync(46_000);

    expect(written).toHaveLength(3);
    expect(lease.signal.aborted).toBe(false);
  });

  test("writes progress once a second however often it is reported", async () => {
    lease.report("preparing", 0);
    for (let tenth = 1; tenth <= 30; tenth += 1) {
      await vi.advanceTimersByTimeAsync(100);
      lease.report("preparing", tenth / 100);
    }

    expect(written.length).toBeGreaterThanOrEqual(3);
    expect(written.length).toBeLessThanOrEqual(4);
  });

  test("shows a new stage at once, also when a renewal was under way", async () => {
    let finish: (isOurs: boolean) => void = () => {};
    answer = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    lease.report("inspecting", 0);
    lease.report("preparing", 0);
    finish(true);
    await vi.advanceTimersByTimeAsync(0);
    finish(true);

    expect(written.map(({ stage }) => stage)).toEqual(["inspecting", "preparing"]);
  });

  test("aborts the work when another worker has it", async () => {
    answer = async () => false;

    await vi.advanceTimersByTimeAsync(15_000);

    expect(lease.signal.reason).toBeInstanceOf(LeaseLost);
  });

  test("survives a database that is away for less than its length", async () => {
    answer = () => Promise.reject(new Error("the database is away"));
    await vi.advanceTimersByTimeAsync(50_000);
    answer = async () => true;
    await vi.advanceTimersByTimeAsync(60_000);

    expect(lease.signal.aborted).toBe(false);
  });

  test("aborts the work when the database was away for its whole length", async () => {
    answer = () => Promise.reject(new Error("the database is away"));

    await vi.advanceTimersByTimeAsync(60_000);

    expect(lease.signal.reason).toBeInstanceOf(LeaseLost);
  });

  test("is not renewed after its end", async () => {
    await lease.end();
    await vi.advanceTimersByTimeAsync(120_000);

    expect(written).toEqual([]);
  });

  test("ends its work with its parent", () => {
    parent.abort(new Error("the worker is being stopped"));

    expect(lease.signal.reason).toBe(parent.signal.reason);
  });
});
