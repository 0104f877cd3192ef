import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("the template brings 32 boroughs in 12 command units", async () => {
  const counts = await database.withOwner(async (trx) => ({
    boroughs: (await trx.selectFrom("borough").selectAll().execute()).length,
    bcus: (await trx.selectFrom("bcu").selectAll().execute()).length,
  }));

  expect(counts).toEqual({ boroughs: 32, bcus: 12 });
});

test("a transaction runs as the role of its audience and forgets its actor afterwards", async () => {
  const actor = { ...PUBLIC_ACTOR, accountId: "7d6c6dd0-55a0-4c5c-9b1f-0f6a5f0a1c11" as never };

  const inside = await database.withActor(actor, async (trx) =>
    sql<{ role: string; actor: string }>`select current_user as role, app_actor() as actor`.execute(trx),
  );
  const after = await sql<{ actor: string | null }>`select app_actor() as actor`.execute(database.pools.web);

  expect(inside.rows[0]).toEqual({ role: "app_web", actor: actor.accountId });
  expect(after.rows[0]?.actor).toBeNull();
});
