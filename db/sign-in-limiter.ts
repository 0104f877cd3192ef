import { createHmac } from "node:crypto";
import pg from "pg";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { ROLE_OF_AUDIENCE, urlForRole } from "~/db/database-roles";

const HOUR_SECONDS = 3_600;
const KNOWN_FOR_SECONDS = 90 * 24 * HOUR_SECONDS;
const GUESSES_PER_ACCOUNT = 10;
const GUESSES_PER_ADDRESS = 60;

/** One try to sign in: the e-mail address as typed, and the IPv4 address or IPv6 /64 it comes from. */
interface SignInAttempt {
  readonly email: string;
  readonly address: string;
}

/** Counts wrong guesses at passphrases, across all web processes. */
export interface SignInLimiter {
  /** Takes one guess; false when the account or the address has used up its hour. Works without the database too. */
  admit(attempt: SignInAttempt): Promise<boolean>;
  /** Gives the guess of a successful sign-in back and remembers the address as one the account is used from. */
  succeed(attempt: SignInAttempt): Promise<void>;
  close(): Promise<void>;
}

/**
 * A limiter over the table `sign_in_limit`, under the role of the public pages. An account has ten guesses an hour
 * from addresses that it was never used from, and ten from each one it was; so strangers cannot lock its owner out.
 */
export function createSignInLimiter(options: { databaseUrl: string; roleSecret: string }): SignInLimiter {
  const { databaseUrl, roleSecret } = options;
  const pool = new pg.Pool({
    connectionString: urlForRole(databaseUrl, roleSecret, ROLE_OF_AUDIENCE.web),
    max: 2,
    application_name: "sightline sign-in limiter",
  });
  // An idle connection that breaks is replaced at the next use; unheard, its event would end the process.
  pool.on("error", () => undefined);

  const store = { storeClient: pool, storeType: "pool", tableName: "sign_in_limit", tableCreated: true };
  const open = (keyPrefix: string, points: number, duration: number) => {
    const insuranceLimiter = new RateLimiterMemory({ keyPrefix, points, duration });
    return new RateLimiterPostgres({ ...store, keyPrefix, points, duration, insuranceLimiter });
  };
  const byAccount = open("account", GUESSES_PER_ACCOUNT, HOUR_SECONDS);
  const byKnownPair = open("pair", GUESSES_PER_ACCOUNT, HOUR_SECONDS);
  const byAddress = open("address", GUESSES_PER_ADDRESS, HOUR_SECONDS);
  // Without the database every address is a stranger's: remembering one is a favour, not a defence.
  const known = new RateLimiterPostgres({
    ...store,
    keyPrefix: "known",
    points: 1,
    duration: KNOWN_FOR_SECONDS,
  });

  const seal = (...parts: string[]) =>
    createHmac("sha256", roleSecret)
      .update(JSON.stringify(["sign-in-limit", ...parts]))
      .digest("base64url");
  const keysOf = ({ email, address }: SignInAttempt) => ({
    account: seal("account", email.toLowerCase()),
    address: seal("address", address),
    pair: seal("pair", email.toLowerCase(), address),
  });
  const guessesOf = async (keys: ReturnType<typeof keysOf>): Promise<[RateLimiterAbstract, string]> =>
    (await known.get(keys.pair).catch(() => null)) === null
      ? [byAccount, keys.account]
      : [byKnownPair, keys.pair];

  return {
    async admit(attempt) {
      const keys = keysOf(attempt);
      if (!(await takes(byAddress, keys.address))) return false;
      const [limiter, key] = await guessesOf(keys);
      return takes(limiter, key);
    },
    async succeed(attempt) {
      const keys = keysOf(attempt);
      const [limiter, key] = await guessesOf(keys);
      await limiter.reward(key);
      await byAddress.reward(keys.address);
      await known.set(keys.pair, 1, KNOWN_FOR_SECONDS).catch(() => undefined);
    },
    close: () => pool.end(),
  };
}

// The library rejects with the state of the counter, not with an Error, when the points are used up.
async function takes(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof Error) throw reason;
    return false;
  }
}
