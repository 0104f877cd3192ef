import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "~/app/services/context.server";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { compileEscalationReports } from "~/app/services/reports/compile-escalation-reports.server";
import { exportReport } from "~/app/services/reports/export-report.server";
import { getReport } from "~/app/services/reports/get-report.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { type Actor, PUBLIC_ACTOR, WORKER_ACTOR } from "~/domain/accounts/actor";
import type { AccountId } from "~/domain/ids";
import { quarterOf, quarterSpan } from "~/domain/reports/quarter";
import { plantCast } from "~/seeds/scenarios/demo-cast";
import { plantHistory } from "~/seeds/scenarios/demo-history";
import { MemoryStore } from "~/storage/memory-store";

let database: TestDatabase;
const now = new Date();
const quarter = quarterOf(new Date(quarterSpan(quarterOf(now)).startsAt.getTime() - 86_400_000));
const analyst: Actor = {
  ...PUBLIC_ACTOR,
  accountId: "3d2f8f8e-4f8b-4d0a-9a63-0a4b7f0a1f55" as AccountId,
  audience: "mopac",
};

function contextFor(actor: Actor): ServiceContext {
  return {
    actor,
    withActor: database.withActor,
    store: new MemoryStore(),
    keyRing: createLocalKeyRing(Buffer.alloc(32, 7), "test"),
    now: () => now,
    newId: () => crypto.randomUUID(),
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await database.withOwner(async (trx) => plantHistory(trx, await plantCast(trx), now));
});
afterAll(() => database.close());

describe("freezing the escalation report of a quarter that is over", () => {
  test("makes one release per stratum, once, with an audit entry each", async () => {
    const first = await compileEscalationReports(contextFor(WORKER_ACTOR));
    const second = await compileEscalationReports(contextFor(WORKER_ACTOR));

    const entries = await database.withOwner((trx) =>
      trx
        .selectFrom("audit_event")
        .select("object_id")
        .where("event", "=", "REPORT_COMPILED")
        .orderBy("seq")
        .execute(),
    );
    expect([first, second]).toEqual([2, 0]);
    expect(entries.map((entry) => entry.object_id)).toEqual([`${quarter}/random`, `${quarter}/targeted`]);
  });

  test("shows the counts of five clips and more and withholds every smaller one and the totals above it", async () => {
    const { report } = await getReport(contextFor(analyst), { quarter, stratum: "random" });
    const rowOf = (bcu: string) =>
      report.counts.rows.findIndex(([type, area]) => type === "enc.search_person" && area === bcu);
    const shown = (bcu: string) =>
      [...(report.counts.cells[rowOf(bcu)] ?? []), report.counts.rowTotals[rowOf(bcu)]].map((cell) =>
        cell?.shown === "count" ? cell.count : "[c]",
      );

    expect(shown("NE")).toEqual([7, 9, 5, 21]);
    expect(shown("CE")).toEqual([6, 8, "[c]", "[c]"]);
    expect(shown("WA")).toEqual(["[c]", "[c]", "[c]", "[c]"]);
    expect(report.counts.grandTotal.shown).toBe("suppressed");
  });

  test("never writes a count under the threshold, or any free text, into the file", async () => {
    for (const stratum of ["random", "targeted"] as const) {
      const { text } = await exportReport(contextFor(analyst), { quarter, stratum });
      const rows = parse(text, { columns: true }) as { count: string; bcu: string }[];

      expect(rows.length).toBeGreaterThan(600);
      expect(rows.filter(({ count }) => count !== "[c]" && !(Number(count) >= 5))).toEqual([]);
      expect(text).not.toContain("explained every step");
    }
  });

  test("refuses the analyst every table beneath the releases", async () => {
    for (const table of [
      "observation",
      "answer",
      "event_mark",
      "clip",
      "encounter",
      "session",
      "booking",
      "rise_fact",
    ]) {
      await expect(
        database.withActor(analyst, (trx) => sql`select * from ${sql.table(table)}`.execute(trx)),
      ).rejects.toThrow("permission denied");
    }
  });

  test("cannot be changed afterwards, not even by the owner", async () => {
    await expect(
      database.withOwner((trx) => trx.updateTable("report_release").set({ content: "{}" }).execute()),
    ).rejects.toThrow("its rows are final");
  });
});
