import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("no function that sees more than its caller can be led to a table the caller made up", async () => {
  const { rows } = await database.withOwner((trx) =>
    sql<{ name: string }>`select p.oid::regprocedure::text as name from pg_proc p
      where p.prosecdef and p.pronamespace = 'public'::regnamespace
        and not coalesce(p.proconfig @> array['search_path=public, pg_temp'], false)`.execute(trx),
  );

  expect(rows).toEqual([]);
});

test("a temporary table called panel_member makes nobody a member of a panel", async () => {
  const panelId = crypto.randomUUID();
  const actor = { ...PUBLIC_ACTOR, audience: "panel", accountId: crypto.randomUUID() as never } as const;

  const { rows } = await database.withActor(actor, async (trx) => {
    await sql`create temporary table panel_member on commit drop as select ${crypto.randomUUID()}::uuid as id,
      ${panelId}::uuid as panel_id, app_actor() as account_id, current_date - 1 as from_on, null::date as to_on`.execute(
      trx,
    );
    await sql`create temporary table account on commit drop as select app_actor() as id, null::timestamptz as disabled_at`.execute(
      trx,
    );
    await sql`grant select on panel_member, account to sightline_definer`.execute(trx);
    return sql<{ member: string | null }>`select app_member_of(${panelId}::uuid) as member`.execute(trx);
  });

  expect(rows[0]?.member).toBeNull();
});
