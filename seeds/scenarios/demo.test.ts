import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { plantCast } from "~/seeds/scenarios/demo-cast";
import { plantHistory } from "~/seeds/scenarios/demo-history";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("the demo's last quarter holds about 60 clips that three or more members sealed", async () => {
  await database.withOwner(async (trx) =>
    plantHistory(trx, await plantCast(trx), new Date("2026-11-20T12:00:00Z")),
  );

  const facts = await database.withOwner((trx) => trx.selectFrom("rise_fact").selectAll().execute());
  const observersOf = new Map<string, number>();
  for (const { clip_id: clipId } of facts)
    observersOf.set(clipId ?? "", (observersOf.get(clipId ?? "") ?? 0) + 1);

  expect(observersOf.size).toBe(66);
  expect(Math.min(...observersOf.values())).toBeGreaterThanOrEqual(3);
});
