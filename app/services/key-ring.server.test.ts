import { expect, test } from "vitest";
import { createLocalKeyRing } from "~/app/services/key-ring.server";

const ring = createLocalKeyRing(Buffer.alloc(32, 7), "first");

test("a wrapped key opens to the 16 bytes it was made with, and each key is another", () => {
  const { key, wrapped } = ring.createKey("rendition-1");

  expect(key).toHaveLength(16);
  expect(ring.openKey("rendition-1", wrapped)).toEqual(key);
  expect(ring.createKey("rendition-1").key).not.toEqual(key);
});

test("a key does not open for another rendition, under another master key or after one bit changed", () => {
  const { wrapped } = ring.createKey("rendition-1");
  const flipped = Uint8Array.from(wrapped.wrapped, (byte, index) => (index === 14 ? byte ^ 1 : byte));
  const sameName = createLocalKeyRing(Buffer.alloc(32, 8), "first");

  expect(() => ring.openKey("rendition-2", wrapped)).toThrow();
  expect(() => ring.openKey("rendition-1", { ...wrapped, wrapped: flipped })).toThrow();
  expect(() => sameName.openKey("rendition-1", wrapped)).toThrow();
  expect(() => createLocalKeyRing(Buffer.alloc(32, 7), "second").openKey("rendition-1", wrapped)).toThrow(
    "wrapped under first",
  );
});

test("a master key of the wrong length is refused at the start", () => {
  expect(() => createLocalKeyRing(Buffer.alloc(16), "short")).toThrow("holds 16 bytes, expected 32");
});
