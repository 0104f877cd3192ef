import type { TestProject } from "vitest/node";
import { migrateToLatest } from "~/db/migrator";
import { startThrowawayPostgres, TEST_ROLE_SECRET } from "~/db/testing/throwaway-postgres";
import { createWithOwner } from "~/db/with-owner";
import { plantReference } from "~/seeds/reference/plant-reference";

/** One PostgreSQL for the whole run, with a migrated template that every test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const database = await startThrowawayPostgres();
  await migrateToLatest(database.url, TEST_ROLE_SECRET);
  const { withOwner, close } = createWithOwner(database.url);
  await withOwner(plantReference);
  await close();
  project.provide("templateUrl", database.url);
  return () => database.stop();
}
