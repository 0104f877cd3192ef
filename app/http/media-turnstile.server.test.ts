import { expect, test } from "vitest";
import { createMediaTurnstile } from "~/app/http/media-turnstile.server";

test("a person has so many transfers at once, and more when one of them ends", () => {
  const turnstile = createMediaTurnstile(2);
  const leave = turnstile.enter("ada");
  turnstile.enter("ada");

  expect(turnstile.enter("ada")).toBeNull();
  leave?.();
  expect(turnstile.enter("ada")).not.toBeNull();
  expect(turnstile.enter("ada")).toBeNull();
});

test("a transfer that ends twice is counted once", () => {
  const turnstile = createMediaTurnstile(2);
  const leave = turnstile.enter("ada");
  turnstile.enter("ada");

  leave?.();
  leave?.();

  expect(turnstile.enter("ada")).not.toBeNull();
  expect(turnstile.enter("ada")).toBeNull();
});

test("the transfers of one person do not count for another", () => {
  const turnstile = createMediaTurnstile(1);
  turnstile.enter("ada");

  expect(turnstile.enter("grace")).not.toBeNull();
});
