import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLuciaStore } from "~/app/auth/lucia.server";
import { openOwnStore } from "~/app/auth/own-session-store.server";
import type { SessionStore } from "~/app/auth/session-store";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AccountId, PanelId } from "~/domain/ids";

const ORIGIN = { ipPrefix: "203.0.113", deviceClass: "computer" };

let database: TestDatabase;
let accountId: AccountId;
let panelId: PanelId;

beforeAll(async () => {
  database = await createTestDatabase();
  panelId = await database.withOwner(async (trx) => {
    const panel = await trx
      .insertInto("panel")
      .values({ name: "Hackney", panel_type: "cmg", bcu_code: "CE", borough_gss: "E09000012" })
      .returning("id")
      .executeTakeFirstOrThrow();
    return panel.id as PanelId;
  });
});
afterAll(() => database.close());

describe.each([
  ["lucia", openLuciaStore],
  ["our own", openOwnStore],
])("auth sessions as %s keeps them", (name, open) => {
  const inStore = <T>(work: (store: SessionStore) => Promise<T>) =>
    database.withActor(PUBLIC_ACTOR, (trx) => work(open(trx)));
  const find = (id: string) => inStore((store) => store.find(id));
  const shiftBack = (interval: string) =>
    database.withOwner((trx) =>
      sql`update auth_session set created_at = created_at - ${interval}::interval, touched_at = touched_at - ${interval}::interval,
        idle_until = idle_until - ${interval}::interval, absolute_until = absolute_until - ${interval}::interval
        where account_id = ${accountId}`.execute(trx),
    );

  beforeEach(async () => {
    accountId = await database.withOwner(async (trx) => {
      const code = crypto.randomUUID();
      const account = await trx
        .insertInto("account")
        .values({
          email: `${code}@example.com`,
          display_name: "Ada Example",
          short_code: code,
          kind: "panel_member",
          passphrase_hash: "not used here",
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return account.id as AccountId;
    });
  });

  test(`an auth session is found by its id and by nothing else (${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));

    await expect(find(id)).resolves.toMatchObject({
      accountId,
      kind: "panel_member",
      displayName: "Ada Example",
    });
    await expect(find(id.replace(/^./, (first) => (first === "a" ? "b" : "a")))).resolves.toBeNull();
  });

  test(`ids are forty letters of base 32, and never the same twice (${name})`, async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => inStore((store) => store.create(accountId, ORIGIN))),
    );

    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^[a-z2-7]{40}$/);
  });

  test(`what the database holds does not sign anybody in (T37, ${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));

    const [row] = await database.withOwner((trx) =>
      trx.selectFrom("auth_session").selectAll().where("account_id", "=", accountId).execute(),
    );

    const stored = createHash("sha256").update(id).digest();
    expect(row?.id_hash.equals(stored)).toBe(true);
    expect(JSON.stringify(row)).not.toContain(id);
    await expect(find(stored.toString("hex"))).resolves.toBeNull();
    await expect(find(stored.toString("base64"))).resolves.toBeNull();
  });

  test(`a login ends after 30 minutes without use (T38, ${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));

    await shiftBack("29 minutes 50 seconds");
    await expect(find(id)).resolves.not.toBeNull();
    await shiftBack("30 minutes 1 second");

    await expect(find(id)).resolves.toBeNull();
  });

  test(`activity at minute 14 carries a login past minute 40 (T38, ${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));

    await shiftBack("14 minutes");
    await find(id);
    await shiftBack("26 minutes");

    await expect(find(id)).resolves.not.toBeNull();
  });

  test(`a login ends after 12 hours however busy it was (T38, ${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));
    for (let quarters = 0; quarters < 47; quarters += 1) {
      await shiftBack("15 minutes");
      await find(id);
    }
    await shiftBack("14 minutes");
    await expect(find(id)).resolves.not.toBeNull();

    await shiftBack("2 minutes");

    await expect(find(id)).resolves.toBeNull();
  });

  test(`the idle end is moved at most once a minute (${name})`, async () => {
    const touchedAt = () =>
      database.withOwner((trx) =>
        trx
          .selectFrom("auth_session")
          .select("touched_at")
          .where("account_id", "=", accountId)
          .executeTakeFirstOrThrow(),
      );
    const id = await inStore((store) => store.create(accountId, ORIGIN));
    const atBirth = await touchedAt();

    await find(id);
    const atOnce = await touchedAt();
    await shiftBack("61 seconds");
    await find(id);
    const afterAMinute = await touchedAt();

    expect(atOnce).toEqual(atBirth);
    expect(afterAMinute.touched_at.getTime()).toBeGreaterThanOrEqual(atBirth.touched_at.getTime());
  });

  test(`a login that was ended stays ended (${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));

    await expect(inStore((store) => store.end(id))).resolves.toBe(true);

    await expect(find(id)).resolves.toBeNull();
    await expect(inStore((store) => store.end(id))).resolves.toBe(false);
  });

  test(`a disabled account has no login, not even one that was open (${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));

    await database.withOwner((trx) =>
      trx.updateTable("account").set({ disabled_at: new Date() }).where("id", "=", accountId).execute(),
    );

    await expect(find(id)).resolves.toBeNull();
  });

  test(`only memberships that hold today come with a login (${name})`, async () => {
    const id = await inStore((store) => store.create(accountId, ORIGIN));
    const day = (offset: number) => sql<string>`london_today() + ${offset}::int`;
    const join = (from: number, to: number | null, more: object = {}) =>
      database.withOwner(async (trx) => {
        await trx.deleteFrom("panel_member").where("account_id", "=", accountId).execute();
        await trx
          .insertInto("panel_member")
          .values({
            panel_id: panelId,
            account_id: accountId,
            from_on: day(from),
            to_on: to === null ? null : day(to),
            may_view_footage: true,
            ...more,
          })
          .execute();
      });
    const memberships = async () => (await find(id))?.memberships;

    await join(0, null);
    await expect(memberships()).resolves.toMatchObject([{ panelId, isChair: false, mayViewFootage: true }]);
    await join(-5, 1, { cleared_until: day(0), chair_from_on: day(0) });
    await expect(memberships()).resolves.toMatchObject([{ isChair: true, mayViewFootage: true }]);
    await join(-5, null, { cleared_until: day(-1), chair_from_on: day(-5), chair_to_on: day(0) });
    await expect(memberships()).resolves.toMatchObject([{ isChair: false, mayViewFootage: false }]);
    await join(-5, null, { may_view_footage: false });
    await expect(memberships()).resolves.toMatchObject([{ mayViewFootage: false }]);
    await join(1, null);
    await expect(memberships()).resolves.toEqual([]);
    await join(-5, 0);
    await expect(memberships()).resolves.toEqual([]);
  });

  test(`no audience but the public pages can read auth sessions (${name})`, async () => {
    const asMember: Actor = { ...PUBLIC_ACTOR, accountId, audience: "panel" };

    await expect(
      database.withActor(asMember, (trx) => trx.selectFrom("auth_session").selectAll().execute()),
    ).rejects.toThrow("permission denied");
  });
});
