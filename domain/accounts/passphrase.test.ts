import { expect, test } from "vitest";
import { decidePassphrase, normalisePassphrase, PASSPHRASE_LONGEST } from "~/domain/accounts/passphrase";

test("fifteen characters of any kind are enough for a passphrase", () => {
  expect(decidePassphrase("a".repeat(15)).ok).toBe(true);
  expect(decidePassphrase("🦊".repeat(15)).ok).toBe(true);
});

test("fourteen characters are too short for a passphrase, however exotic", () => {
  expect(decidePassphrase(`${"aB3$".repeat(3)}aB`)).toEqual({ ok: false, refusal: "too-short" });
  expect(decidePassphrase("🦊".repeat(14))).toEqual({ ok: false, refusal: "too-short" });
});

test("a passphrase beyond the longest allowed is refused", () => {
  expect(decidePassphrase("a".repeat(PASSPHRASE_LONGEST)).ok).toBe(true);
  expect(decidePassphrase("a".repeat(PASSPHRASE_LONGEST + 1))).toEqual({ ok: false, refusal: "too-long" });
});

test("composed and decomposed accents are one and the same passphrase", () => {
  expect(normalisePassphrase("cafe\u0301 au lait ce soir")).toBe(
    normalisePassphrase("caf\u00e9 au lait ce soir"),
  );
});
