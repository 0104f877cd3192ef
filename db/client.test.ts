import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a connection that the server ended while idle is replaced and harms nothing (F3)", async () => {
  const ask = () =>
    database.withActor(PUBLIC_ACTOR, (trx) =>
      sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx),
    );
  const before = (await ask()).rows[0]?.pid;
  await database.withOwner((trx) => sql`select pg_terminate_backend(${before}::integer)`.execute(trx));
  await database.withOwner((trx) =>
    sql`do $$ begin while exists (select from pg_stat_activity where pid = ${sql.lit(before)}) loop perform pg_sleep(0.01); perform pg_stat_clear_snapshot(); end loop; end $$`.execute(
      trx,
    ),
  );
  await new Promise((resolve) => setImmediate(resolve));

  const after = (await ask()).rows[0]?.pid;

  expect(after).not.toBe(before);
});
