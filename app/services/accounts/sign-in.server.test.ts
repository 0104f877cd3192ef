import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPassphraseVerifier, hashPassphrase } from "~/app/services/accounts/passphrase-hash.server";
import { type SignInMeans, type SignInRequest, signIn } from "~/app/services/accounts/sign-in.server";
import { signOut } from "~/app/services/accounts/sign-out.server";
import { deleteAuthSession, findLiveAuthSession, insertAuthSession } from "~/db/queries/auth-sessions";
import { createSignInLimiter, type SignInLimiter } from "~/db/sign-in-limiter";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AccountId } from "~/domain/ids";

const PASSPHRASE = "correct horse battery staple";

const hashOf = (id: string) => createHash("sha256").update(id).digest();
const openLogins: SignInMeans["openLogins"] = (trx) => ({
  async create(accountId, origin) {
    const id = randomUUID();
    await insertAuthSession(trx, { idHash: hashOf(id), accountId, ...origin });
    return id;
  },
  end: (id) => deleteAuthSession(trx, hashOf(id)),
});

let database: TestDatabase;
let limiter: SignInLimiter;
let means: SignInMeans;
let passphraseHash: string;
let accountId: AccountId;
let request: SignInRequest;

beforeAll(async () => {
  database = await createTestDatabase();
  limiter = createSignInLimiter({ databaseUrl: database.url, roleSecret: database.roleSecret });
  means = { limiter, verifier: createPassphraseVerifier(), openLogins };
  passphraseHash = await hashPassphrase(PASSPHRASE);
});
afterAll(async () => {
  await limiter.close();
  await database.close();
});

beforeEach(async () => {
  const code = randomUUID();
  const email = `${code}@example.com`;
  const account = { email, display_name: "Ada Example", short_code: code, kind: "mopac_analyst" };
  const row = await database.withOwner((trx) =>
    trx
      .insertInto("account")
      .values({ ...account, passphrase_hash: passphraseHash })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  accountId = row.id as AccountId;
  request = {
    email,
    passphrase: PASSPHRASE,
    address: code,
    origin: { ipPrefix: "203.0.113", deviceClass: "computer" },
    formerSessionId: null,
  };
});

const loginsOf = (id: AccountId) =>
  database.withOwner((trx) =>
    trx.selectFrom("auth_session").selectAll().where("account_id", "=", id).execute(),
  );
const lastEntry = () =>
  database.withOwner((trx) =>
    trx.selectFrom("audit_event").selectAll().orderBy("seq", "desc").limit(1).executeTakeFirst(),
  );
const find = (id: string) => database.withActor(PUBLIC_ACTOR, (trx) => findLiveAuthSession(trx, hashOf(id)));

describe("signing in", () => {
  test("with the right passphrase begins a login and says so in the audit log", async () => {
    const outcome = await signIn(database, means, { ...request, email: request.email.toUpperCase() });

    if (!outcome.ok) throw new Error(outcome.refusal);
    await expect(find(outcome.value.authSessionId)).resolves.toMatchObject({
      account: { accountId, kind: "mopac_analyst" },
    });
    expect(await lastEntry()).toMatchObject({
      event: "SIGNED_IN",
      outcome: "done",
      actor: accountId,
      object_id: accountId,
    });
  });

  test("gives a new id and ends the login this browser held (T36)", async () => {
    const first = await signIn(database, means, request);
    if (!first.ok) throw new Error(first.refusal);
    const formerSessionId = first.value.authSessionId;

    const second = await signIn(database, means, { ...request, formerSessionId });

    if (!second.ok) throw new Error(second.refusal);
    expect(second.value.authSessionId).not.toBe(formerSessionId);
    await expect(find(formerSessionId)).resolves.toBeNull();
    await expect(loginsOf(accountId)).resolves.toHaveLength(1);
  });

  test("does not take over an id that was never ours (T36)", async () => {
    const chosen = "a".repeat(40);

    const outcome = await signIn(database, means, { ...request, formerSessionId: chosen });

    if (!outcome.ok) throw new Error(outcome.refusal);
    expect(outcome.value.authSessionId).not.toBe(chosen);
    await expect(find(chosen)).resolves.toBeNull();
  });

  test("with a wrong passphrase begins nothing and is written down as refused", async () => {
    const outcome = await signIn(database, means, { ...request, passphrase: "wrong horse battery staple" });

    expect(outcome).toEqual({ ok: false, refusal: "not-recognised" });
    await expect(loginsOf(accountId)).resolves.toEqual([]);
    expect(await lastEntry()).toMatchObject({
      event: "SIGN_IN_FAILED",
      outcome: "refused",
      actor: null,
      object_id: accountId,
    });
  });

  test("with an unknown address looks like a wrong passphrase, and the address is not kept (T21)", async () => {
    const outcome = await signIn(database, means, { ...request, email: "canary@example.com" });

    expect(outcome).toEqual({ ok: false, refusal: "not-recognised" });
    expect(JSON.stringify(await lastEntry())).not.toContain("canary");
  });

  test("to a disabled account looks like a wrong passphrase", async () => {
    await database.withOwner((trx) =>
      trx.updateTable("account").set({ disabled_at: new Date() }).where("id", "=", accountId).execute(),
    );

    await expect(signIn(database, means, request)).resolves.toEqual({ ok: false, refusal: "not-recognised" });
  });

  test("asks the limit before it hashes anything (T35)", async () => {
    let verified = 0;
    const counting: SignInMeans = {
      ...means,
      verifier: {
        verify: () => {
          verified += 1;
          return Promise.resolve("mismatch");
        },
      },
    };
    for (let guess = 0; guess < 10; guess += 1) await signIn(database, counting, request);

    const eleventh = await signIn(database, counting, request);

    expect(eleventh).toEqual({ ok: false, refusal: "too-many-attempts" });
    expect(verified).toBe(10);
  });

  test("is refused as too busy while the queue for hashing is full", async () => {
    const busy: SignInMeans = { ...means, verifier: { verify: () => Promise.resolve("too-busy") } };

    await expect(signIn(database, busy, request)).resolves.toEqual({ ok: false, refusal: "too-busy" });
  });

  test("leaves no login when its audit entry cannot be written", async () => {
    const failing: Pick<TestDatabase, "withActor"> = {
      withActor: (actor, work) =>
        database.withActor(actor, async (trx) => {
          const value = await work(trx);
          if (actor.accountId !== null) throw new Error("the commit fails");
          return value;
        }),
    };

    await expect(signIn(failing, means, request)).rejects.toThrow("the commit fails");

    await expect(loginsOf(accountId)).resolves.toEqual([]);
  });
});

describe("signing out", () => {
  test("ends the login of this browser and says so in the audit log", async () => {
    const here = await signIn(database, means, request);
    const elsewhere = await signIn(database, means, request);
    if (!here.ok || !elsewhere.ok) throw new Error("could not sign in");
    const actor = { ...PUBLIC_ACTOR, accountId, audience: "mopac" as const };

    await signOut({ actor, withActor: database.withActor }, means, here.value.authSessionId);

    await expect(find(here.value.authSessionId)).resolves.toBeNull();
    await expect(find(elsewhere.value.authSessionId)).resolves.not.toBeNull();
    expect(await lastEntry()).toMatchObject({ event: "SIGNED_OUT", outcome: "done", actor: accountId });
  });

  test("of somebody who is not signed in changes nothing", async () => {
    const before = await lastEntry();

    await signOut({ actor: PUBLIC_ACTOR, withActor: database.withActor }, means, null);

    await expect(lastEntry()).resolves.toEqual(before);
  });
});
