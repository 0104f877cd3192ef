import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { createTurnstile } from "~/app/services/accounts/turnstile.server";
import { decidePassphrase, normalisePassphrase } from "~/domain/accounts/passphrase";

// argon2id, the library's default kind; 46 MiB and two passes take about 20 ms.
const COST = { memoryCost: 47_104, timeCost: 2, parallelism: 1 };
const QUEUE = { atOnce: 2, waiting: 20 };

type Verification = "match" | "mismatch" | "too-busy";

/** Checks passphrases, few at a time, and takes as long over an account that does not exist. */
export interface PassphraseVerifier {
  verify(storedHash: string | null, typed: string): Promise<Verification>;
}

/** The argon2id hash to store for a new passphrase; throws when the passphrase breaks the rule on its length. */
export async function hashPassphrase(typed: string): Promise<string> {
  const decision = decidePassphrase(typed);
  if (!decision.ok) throw new Error(`a passphrase that is ${decision.refusal} cannot be stored`);
  return hash(decision.value, COST);
}

/** One verifier per process: it holds the queue that keeps sign-ins from starving everything else of CPU. */
export function createPassphraseVerifier(check: typeof verify = verify): PassphraseVerifier {
  const turnstile = createTurnstile(QUEUE);
  const nobodysHash = hash(randomBytes(32), COST);
  return {
    async verify(storedHash, typed) {
      const isMatch = await turnstile.pass(async () =>
        check(storedHash ?? (await nobodysHash), normalisePassphrase(typed)),
      );
      if (isMatch === null) return "too-busy";
      return isMatch && storedHash !== null ? "match" : "mismatch";
    },
  };
}
