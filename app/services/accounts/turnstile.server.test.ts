import { expect, test } from "vitest";
import { createTurnstile } from "~/app/services/accounts/turnstile.server";

function aPieceOfWork() {
  const state = { hasBegun: false, finish: (_outcome: string): void => undefined };
  const promise = new Promise<string>((resolve) => {
    state.finish = resolve;
  });
  const work = () => {
    state.hasBegun = true;
    return promise;
  };
  return { state, work, finish: () => state.finish("done") };
}

test("no more than the allowed number are inside at once, and the queue moves up in order", async () => {
  const turnstile = createTurnstile({ atOnce: 2, waiting: 2 });
  const works = [aPieceOfWork(), aPieceOfWork(), aPieceOfWork(), aPieceOfWork()];

  const outcomes = works.map(({ work }) => turnstile.pass(work));
  const begunAtFirst = works.map(({ state }) => state.hasBegun);
  works[0]?.finish();
  await outcomes[0];
  const begunAfterOneLeft = works.map(({ state }) => state.hasBegun);

  expect(begunAtFirst).toEqual([true, true, false, false]);
  expect(begunAfterOneLeft).toEqual([true, true, true, false]);
  for (const { finish } of works) finish();
  await expect(Promise.all(outcomes)).resolves.toEqual(["done", "done", "done", "done"]);
});

test("whoever comes when the queue is full is turned away without waiting", async () => {
  const turnstile = createTurnstile({ atOnce: 1, waiting: 1 });
  const [first, second, third] = [aPieceOfWork(), aPieceOfWork(), aPieceOfWork()];
  const outcomes = [turnstile.pass(first.work), turnstile.pass(second.work)];

  await expect(turnstile.pass(third.work)).resolves.toBeNull();

  expect(third.state.hasBegun).toBe(false);
  first.finish();
  second.finish();
  await Promise.all(outcomes);
});

test("work that fails gives its place back", async () => {
  const turnstile = createTurnstile({ atOnce: 1, waiting: 0 });
  await expect(turnstile.pass(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");

  await expect(turnstile.pass(() => Promise.resolve("next"))).resolves.toBe("next");
});
