import { expect, test } from "vitest";
import { createPace, type Pace, WATCHING_PACE } from "~/app/http/media-pace.server";

const SEGMENT_BYTES = 1_875_000;
const SEGMENT_SECONDS = 6;
const FOOTAGE = { totalBytes: 200 * SEGMENT_BYTES, durationMs: 200 * SEGMENT_SECONDS * 1000 };

function aPlayer() {
  let seconds = 0;
  const pace = createPace(WATCHING_PACE, () => seconds * 1000);
  return {
    pace,
    pass: (more: number) => {
      seconds += more;
    },
  };
}

function pull(pace: Pace, key = "member clip") {
  const verdict = pace.admit(key, FOOTAGE);
  if (verdict.ok) verdict.charge.take(SEGMENT_BYTES);
  return verdict;
}

test("watching an hour at double rate is never too fast", () => {
  const { pace, pass } = aPlayer();

  const verdicts = Array.from({ length: 600 }, () => {
    pass(SEGMENT_SECONDS / 2);
    return pull(pace).ok;
  });

  expect(verdicts.every(Boolean)).toBe(true);
});

test("half an hour of playing with a jump every ten seconds, three segments each, is never too fast", () => {
  const { pace, pass } = aPlayer();

  const verdicts = Array.from({ length: 180 }, () => {
    pass(10);
    return [pull(pace), pull(pace), pull(pace)].every(({ ok }) => ok);
  });

  expect(verdicts.every(Boolean)).toBe(true);
});

test("fifteen jumps in half a minute, three segments each, as when looking for a place, are not too fast", () => {
  const { pace, pass } = aPlayer();

  const verdicts = Array.from({ length: 15 }, () => {
    pass(2);
    return [pull(pace), pull(pace), pull(pace)].every(({ ok }) => ok);
  });

  expect(verdicts.every(Boolean)).toBe(true);
});

test("pulling at ten times the speed of life is too fast before a minute is over (T08)", () => {
  const { pace, pass } = aPlayer();
  let pulled = 0;
  for (let tenths = 0; tenths < 100; tenths += 1) {
    pass(0.6);
    if (pull(pace).ok) pulled += 1;
  }

  expect(pulled).toBeGreaterThan(50);
  expect(pulled).toBeLessThan(80);
});

test("who is too fast is told when to come back, and then gets more", () => {
  const { pace, pass } = aPlayer();
  while (pull(pace).ok);

  const refusal = pull(pace);

  expect(refusal).toMatchObject({ ok: false });
  pass(refusal.ok ? 0 : refusal.retryInSeconds);
  expect(pull(pace)).toMatchObject({ ok: true });
});

test("haste is news once a minute, not at every request", () => {
  const { pace, pass } = aPlayer();
  while (pull(pace).ok);
  const { pace: other } = aPlayer();
  const isNews = (of: Pace) => {
    let verdict = pull(of);
    while (verdict.ok) verdict = pull(of);
    return verdict.isNews;
  };

  expect(isNews(pace)).toBe(false);
  pass(60);
  expect(isNews(pace)).toBe(true);
  expect(isNews(other)).toBe(true);
});

test("bytes that were never sent are given back", () => {
  const { pace } = aPlayer();

  const verdicts = Array.from({ length: 200 }, () => {
    const verdict = pace.admit("member clip", FOOTAGE);
    if (!verdict.ok) return false;
    verdict.charge.take(SEGMENT_BYTES);
    verdict.charge.giveBack(SEGMENT_BYTES - 64_000);
    return true;
  });

  expect(verdicts.every(Boolean)).toBe(true);
});

test("the haste of one person on one clip slows nobody else and nothing else down", () => {
  const { pace } = aPlayer();
  while (pull(pace).ok);

  expect(pull(pace, "member other-clip").ok).toBe(true);
  expect(pull(pace, "other-member clip").ok).toBe(true);
});
