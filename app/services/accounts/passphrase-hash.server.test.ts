import { parseOptions } from "@node-rs/argon2";
import { describe, expect, test, vi } from "vitest";
import { createPassphraseVerifier, hashPassphrase } from "~/app/services/accounts/passphrase-hash.server";

const PASSPHRASE = "correct horse battery staple";

describe("hashing a passphrase", () => {
  test("stores argon2id at 46 MiB and two passes", async () => {
    const stored = await hashPassphrase(PASSPHRASE);

    expect(stored).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
  });

  test("refuses a passphrase that is too short to be stored", async () => {
    await expect(hashPassphrase("short")).rejects.toThrow("too-short");
  });
});

describe("verifying a passphrase", () => {
  test("tells the right one from a wrong one", async () => {
    const stored = await hashPassphrase(PASSPHRASE);
    const verifier = createPassphraseVerifier();

    await expect(verifier.verify(stored, PASSPHRASE)).resolves.toBe("match");
    await expect(verifier.verify(stored, `${PASSPHRASE}!`)).resolves.toBe("mismatch");
  });

  test("accepts the same accents typed on another keyboard", async () => {
    const stored = await hashPassphrase("cafe\u0301 au lait ce soir");

    await expect(createPassphraseVerifier().verify(stored, "caf\u00e9 au lait ce soir")).resolves.toBe(
      "match",
    );
  });

  test("does a full verification of the same cost for an account that does not exist (T21)", async () => {
    const check = vi.fn((_hash: string | Uint8Array) => Promise.resolve(true));
    const verifier = createPassphraseVerifier(check);
    const stored = await hashPassphrase(PASSPHRASE);

    await expect(verifier.verify(null, PASSPHRASE)).resolves.toBe("mismatch");
    await verifier.verify(stored, PASSPHRASE);

    const [forNobody, forSomebody] = check.mock.calls.map(([hash]) => parseOptions(hash));
    expect(check).toHaveBeenCalledTimes(2);
    expect(forNobody).toEqual(forSomebody);
  });

  test("turns the twenty-third simultaneous sign-in away as too busy (T35)", async () => {
    const gate = { open: (_isMatch: boolean): void => undefined };
    const promise = new Promise<boolean>((resolve) => {
      gate.open = resolve;
    });
    const verifier = createPassphraseVerifier(() => promise);
    const crowd = Array.from({ length: 22 }, () => verifier.verify("a stored hash", PASSPHRASE));

    await expect(verifier.verify("a stored hash", PASSPHRASE)).resolves.toBe("too-busy");

    gate.open(true);
    await expect(Promise.all(crowd)).resolves.toEqual(Array(22).fill("match"));
  });
});
