import { expect, test, vi } from "vitest";
import { createDecisions } from "~/app/http/media-decisions.server";

function aClock() {
  let now = 1_000;
  return {
    monotonic: () => now,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const always = { closesInMs: null };

test("a grant is kept for two seconds from when it was asked for, and then asked for again", async () => {
  const clock = aClock();
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: clock.monotonic });
  const ask = vi.fn(() => {
    clock.pass(300);
    return Promise.resolve(always);
  });

  await decisions.recent("login clip", ask);
  clock.pass(1_699);
  await decisions.recent("login clip", ask);
  expect(ask).toHaveBeenCalledTimes(1);

  clock.pass(1);
  await decisions.recent("login clip", ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("a grant is never kept beyond the end of the window", async () => {
  const clock = aClock();
  const decisions = createDecisions<{ closesInMs: number }>({ keepMs: 2_000, monotonic: clock.monotonic });
  const ask = vi.fn(() => Promise.resolve({ closesInMs: 250 }));

  const decision = await decisions.recent("login clip", ask);
  clock.pass(249);
  await decisions.recent("login clip", ask);
  expect(decision?.until).toBe(1_250);
  expect(ask).toHaveBeenCalledTimes(1);

  clock.pass(1);
  await decisions.recent("login clip", ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("a grant opens nothing under another key", async () => {
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: () => 0 });

  await decisions.recent("login clip", () => Promise.resolve(always));

  await expect(decisions.recent("login other-clip", () => Promise.resolve(null))).resolves.toBeNull();
});

test("a refusal is not kept: what opens, opens at once", async () => {
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: () => 0 });

  await expect(decisions.recent("login clip", () => Promise.resolve(null))).resolves.toBeNull();

  await expect(decisions.recent("login clip", () => Promise.resolve(always))).resolves.not.toBeNull();
});

test("a failure is not kept either", async () => {
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: () => 0 });

  await expect(
    decisions.recent("login clip", () => Promise.reject(new Error("no database"))),
  ).rejects.toThrow("no database");

  await expect(decisions.recent("login clip", () => Promise.resolve(always))).resolves.not.toBeNull();
});

test("requests that come together are decided together", async () => {
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: () => 0 });
  const ask = vi.fn(() => Promise.resolve(always));

  const answers = await Promise.all(Array.from({ length: 8 }, () => decisions.recent("login clip", ask)));

  expect(ask).toHaveBeenCalledTimes(1);
  expect(new Set(answers).size).toBe(1);
});

test("a question that takes longer than a decision lasts is not waited for by those who come later", async () => {
  const clock = aClock();
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: clock.monotonic });
  const slow = decisions.recent("login clip", () => new Promise(() => {}));
  const ask = vi.fn(() => Promise.resolve(always));

  clock.pass(2_000);
  await decisions.recent("login clip", ask);

  expect(ask).toHaveBeenCalledTimes(1);
  expect(slow).toBeInstanceOf(Promise);
});

test("a decision of its own is kept for nobody", async () => {
  const decisions = createDecisions<typeof always>({ keepMs: 2_000, monotonic: () => 0 });
  const ask = vi.fn(() => Promise.resolve(always));

  await decisions.fresh(ask);
  await decisions.fresh(ask);

  expect(ask).toHaveBeenCalledTimes(2);
});
