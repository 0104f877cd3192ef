import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAuditChain } from "~/db/audit-chain";
import { recordAudit } from "~/db/queries/audit";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  for (let n = 0; n < 12; n += 1) {
    await database.withActor(PUBLIC_ACTOR, (trx) =>
      recordAudit(trx, "SIGN_IN_FAILED", { objectType: "account", objectId: `n${n}`, detail: { ünï: n } }),
    );
  }
});
afterEach(() => database.close());

/** What only somebody who holds the server can do: past the triggers. */
async function tamper(statement: string): Promise<void> {
  await database.withOwner(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
  });
}

describe("verifying the audit chain (T58)", () => {
  test("an untouched log verifies to its last entry", async () => {
    expect(await verifyAuditChain(database.url)).toMatchObject({ ok: true, entries: 12 });
  });

  test("one changed column is found at its entry", async () => {
    await tamper("update audit_event set object_id = 'n0' where seq = 7");

    expect(await verifyAuditChain(database.url)).toEqual({
      ok: false,
      seq: 7,
      reason: "its columns say something else than its bytes",
    });
  });

  test("one flipped bit in the stored bytes is found", async () => {
    await tamper("update audit_event set entry = set_bit(entry, 100, 1 - get_bit(entry, 100)) where seq = 3");

    expect(await verifyAuditChain(database.url)).toMatchObject({ ok: false, seq: 3 });
  });

  test("a removed entry is found as a gap", async () => {
    await tamper("delete from audit_event where seq = 5");

    expect(await verifyAuditChain(database.url)).toEqual({ ok: false, seq: 5, reason: "entry 5 is missing" });
  });

  test("entries cut off at the end are found with a head noted earlier, and only with it", async () => {
    const before = await verifyAuditChain(database.url);
    await tamper("delete from audit_event where seq > 9");

    expect(await verifyAuditChain(database.url)).toMatchObject({ ok: true, entries: 9 });
    expect(await verifyAuditChain(database.url, before.ok ? before.head : "")).toMatchObject({ ok: false });
  });

  test("forty appends at once form one chain without a gap", async () => {
    await Promise.all(
      Array.from({ length: 40 }, () =>
        database.withActor(PUBLIC_ACTOR, (trx) =>
          recordAudit(trx, "SIGN_IN_FAILED", { objectType: "account", objectId: null }),
        ),
      ),
    );

    expect(await verifyAuditChain(database.url)).toMatchObject({ ok: true, entries: 52 });
  });

  test("an effect that rolls back leaves no entry and no gap", async () => {
    await expect(
      database.withActor(PUBLIC_ACTOR, async (trx) => {
        await recordAudit(trx, "SIGN_IN_FAILED", { objectType: "account", objectId: null });
        throw new Error("the effect failed");
      }),
    ).rejects.toThrow("the effect failed");
    await database.withActor(PUBLIC_ACTOR, (trx) =>
      recordAudit(trx, "SIGN_IN_FAILED", { objectType: "account", objectId: null }),
    );

    expect(await verifyAuditChain(database.url)).toMatchObject({ ok: true, entries: 13 });
  });

  test("no role can change, remove or truncate entries, the owner included", async () => {
    const acts = ["update audit_event set event = 'X'", "delete from audit_event", "truncate audit_event"];
    for (const act of acts) {
      await expect(database.withOwner((trx) => sql.raw(act).execute(trx))).rejects.toThrow(
        "its rows are final",
      );
      for (const audience of ["web", "panel", "liaison", "mopac", "audit", "admin", "worker"] as const) {
        await expect(
          database.withActor({ ...PUBLIC_ACTOR, audience }, (trx) => sql.raw(act).execute(trx)),
        ).rejects.toThrow("permission denied");
      }
    }
  });
});
