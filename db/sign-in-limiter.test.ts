import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSignInLimiter, type SignInLimiter } from "~/db/sign-in-limiter";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";

let database: TestDatabase;
let limiter: SignInLimiter;

beforeAll(async () => {
  database = await createTestDatabase();
  limiter = createSignInLimiter({ databaseUrl: database.url, roleSecret: database.roleSecret });
});
afterAll(async () => {
  await limiter.close();
  await database.close();
});

async function countAdmitted(attempts: readonly { email: string; address: string }[]): Promise<number> {
  let admitted = 0;
  for (const attempt of attempts) if (await limiter.admit(attempt)) admitted += 1;
  return admitted;
}

describe("guesses at a passphrase", () => {
  test("are ten an hour for one account, from however many addresses and in whatever letter case (T34)", async () => {
    const attempts = Array.from({ length: 50 }, (_, index) => ({
      email: index % 2 === 0 ? "ada@example.com" : "Ada@Example.com",
      address: `198.51.100.${index}`,
    }));

    await expect(countAdmitted(attempts)).resolves.toBe(10);
  });

  test("are sixty an hour from one address, over however many accounts", async () => {
    const attempts = Array.from({ length: 70 }, (_, index) => ({
      email: `person-${index}@example.com`,
      address: "203.0.113.7",
    }));

    await expect(countAdmitted(attempts)).resolves.toBe(60);
  });

  test("of strangers do not lock the owner out of a place they signed in from before (T34)", async () => {
    const owner = { email: "owner@example.com", address: "192.0.2.1" };
    await limiter.admit(owner);
    await limiter.succeed(owner);

    const strangers = Array.from({ length: 20 }, (_, index) => ({
      ...owner,
      address: `192.0.2.${100 + index}`,
    }));

    await expect(countAdmitted(strangers)).resolves.toBe(10);
    await expect(limiter.admit(owner)).resolves.toBe(true);
  });

  test("that were right are given back", async () => {
    const person = { email: "frequent@example.com", address: "192.0.2.50" };
    for (let times = 0; times < 30; times += 1) {
      await expect(limiter.admit(person)).resolves.toBe(true);
      await limiter.succeed(person);
    }
  });

  test("are counted for all web processes together", async () => {
    const other = createSignInLimiter({ databaseUrl: database.url, roleSecret: database.roleSecret });
    const attempt = { email: "two-processes@example.com", address: "192.0.2.60" };
    for (let times = 0; times < 10; times += 1) await limiter.admit(attempt);

    await expect(other.admit(attempt)).resolves.toBe(false);

    await other.close();
  });

  test("leave neither addresses nor e-mail addresses in the table", async () => {
    await limiter.admit({ email: "canary@example.com", address: "192.0.2.77" });

    const rows = await database.withOwner((trx) => trx.selectFrom("sign_in_limit").selectAll().execute());

    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(account|address|pair|known):[\w-]{43}$/);
  });

  test("stay limited while the database cannot be reached", async () => {
    const cutOff = createSignInLimiter({
      databaseUrl: "postgres://nobody@127.0.0.1:1/none",
      roleSecret: "x".repeat(32),
    });
    const attempt = { email: "cut-off@example.com", address: "192.0.2.80" };
    const outcomes = [];
    for (let times = 0; times < 12; times += 1) outcomes.push(await cutOff.admit(attempt));

    expect(outcomes.filter(Boolean)).toHaveLength(10);

    await cutOff.close();
  });
});
