import { expect, test, vi } from "vitest";
import { createHeartbeat, HEARTBEAT_MS, type HeartbeatAnswer } from "~/app/components/player/heartbeat";

function aHeart(answer: HeartbeatAnswer, isDue = true) {
  let now = 0;
  const ask = vi.fn(() => Promise.resolve(answer));
  const onRefused = vi.fn();
  const onUnconfirmed = vi.fn();
  const heart = createHeartbeat({ ask, isDue: () => isDue, onRefused, onUnconfirmed, monotonic: () => now });
  const beats = async (count: number) => {
    for (let beat = 0; beat < count; beat += 1) {
      now += HEARTBEAT_MS;
      await heart.beat();
    }
  };
  return { ask, beats, heart, onRefused, onUnconfirmed };
}

test("footage that plays from what is in hand is asked about at every beat", async () => {
  const { ask, beats, onRefused, onUnconfirmed } = aHeart("granted");

  await beats(10);

  expect(ask).toHaveBeenCalledTimes(10);
  expect(onRefused).not.toHaveBeenCalled();
  expect(onUnconfirmed).not.toHaveBeenCalled();
});

test("an answered segment makes the next question superfluous", async () => {
  let now = 0;
  const ask = vi.fn(() => Promise.resolve<HeartbeatAnswer>("granted"));
  const heart = createHeartbeat({
    ask,
    isDue: () => true,
    onRefused: () => undefined,
    onUnconfirmed: () => undefined,
    monotonic: () => now,
  });

  now = 3_000;
  heart.confirm();
  now = 4_000;
  await heart.beat();
  expect(ask).not.toHaveBeenCalled();

  now = 8_000;
  await heart.beat();
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a refusal is told at once", async () => {
  const { beats, onRefused } = aHeart("refused");

  await beats(1);

  expect(onRefused).toHaveBeenCalledTimes(1);
});

test("nobody is asked about footage that stands still inside its window", async () => {
  const { ask, beats } = aHeart("granted", false);

  await beats(10);

  expect(ask).not.toHaveBeenCalled();
});

test("two lost answers are borne, the third in a row stops the footage", async () => {
  const { beats, onRefused, onUnconfirmed } = aHeart("unreachable");

  await beats(2);
  expect(onUnconfirmed).not.toHaveBeenCalled();

  await beats(1);
  expect(onUnconfirmed).toHaveBeenCalledTimes(1);
  expect(onRefused).not.toHaveBeenCalled();
});
