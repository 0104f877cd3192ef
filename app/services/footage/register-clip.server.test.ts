import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { registerClip } from "~/app/services/footage/register-clip.server";
import { createFootageScene, type FootageScene } from "~/app/services/footage/testing/footage-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";
import { clipReference } from "~/domain/footage/clip-reference";
import type { EncounterDescription } from "~/domain/footage/registration";
import type { ClipId } from "~/domain/ids";
import { MemoryStore } from "~/storage/memory-store";

let database: TestDatabase;
let scene: FootageScene;
let officer: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  scene = createFootageScene(database, new MemoryStore());
});
afterAll(() => database.close());
beforeEach(async () => {
  officer = await scene.officer("NE");
});

async function registered(changes: Partial<EncounterDescription> = {}): Promise<ClipId> {
  const outcome = await registerClip(scene.contextOf(officer), await scene.encounter(changes));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

describe("registering a clip", () => {
  test("writes the encounter, a clip that waits for its file, and an entry in the log", async () => {
    const clipId = await registered();

    const clip = await scene.clip(clipId);
    const encounter = await database.withOwner((trx) =>
      trx.selectFrom("encounter").selectAll().where("id", "=", clip.encounter_id).executeTakeFirstOrThrow(),
    );
    expect(clip).toMatchObject({
      state: "redacting",
      media_state: "awaiting_upload",
      uploaded_by: officer.accountId,
      reference: clipReference("NE", clipId),
    });
    expect(encounter).toMatchObject({
      encounter_type: "enc.search_person",
      bcu_code: "NE",
      borough_gss: "E09000025",
      power_id: "pow.pace_1",
      object_id: "obj.drugs",
      outcome_id: "out.nfa",
      ethnicity_id: null,
      age_band_id: "age.stop_18_24",
      gender_id: null,
      selection_method: "sel.random_share",
    });
    expect(await scene.auditOf(clipId)).toEqual(["CLIP_REGISTERED done"]);
  });

  test("takes another id when the reference of the first is taken", async () => {
    const taken = await registered();
    const ids = [`${taken.slice(0, 8)}-0000-4000-8000-000000000000`, crypto.randomUUID()];
    const ctx = { ...scene.contextOf(officer), newId: () => ids.shift() ?? "" };

    const outcome = await registerClip(ctx, await scene.encounter());

    expect(outcome.ok && outcome.value).not.toContain(taken.slice(0, 8));
    expect(ids).toEqual([]);
  });

  test.each<[string, Partial<EncounterDescription>]>([
    ["borough-elsewhere", { boroughGss: "E09000012" }],
    ["choice-not-offered", { encounterType: "enc.mtip" }],
    ["choice-not-offered", { outcomeId: "out.legacy_nfa" }],
    ["in-the-future", { occurredOn: "2999-01-01" }],
  ])("is refused as %s for %o, and nothing is written", async (refusal, changes) => {
    const count = () => database.withOwner((trx) => trx.selectFrom("encounter").selectAll().execute());
    const before = (await count()).length;

    const outcome = await registerClip(scene.contextOf(officer), await scene.encounter(changes));

    expect(outcome).toEqual({ ok: false, refusal });
    expect((await count()).length).toBe(before);
  });

  test.each<[string, Partial<Actor>]>([
    ["a panel member", { audience: "panel", bcuCode: null }],
    ["an analyst", { audience: "mopac", bcuCode: null }],
    ["a liaison officer without a command unit", { bcuCode: null }],
    ["a stranger", PUBLIC_ACTOR],
  ])("is not permitted to %s", async (_, who) => {
    const ctx = scene.contextOf({ ...officer, ...who });

    await expect(registerClip(ctx, await scene.encounter())).rejects.toThrow(
      expect.objectContaining({ name: "NotPermitted" }),
    );
  });
});

describe("the database, past every guard, refuses", () => {
  test("an encounter of another command unit", async () => {
    await expect(
      database.withActor(officer, async (trx) =>
        trx
          .insertInto("encounter")
          .values({
            encounter_type: "enc.search_person",
            occurred_on: "2026-11-01",
            bcu_code: "CE",
            borough_gss: "E09000012",
            selection_method: "sel.random_share",
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("a clip registered in somebody else's name", async () => {
    const { encounter_id } = await scene.clip(await registered());
    const colleague = await scene.officer("NE");

    await expect(
      database.withActor(officer, (trx) =>
        trx
          .insertInto("clip")
          .values({ encounter_id, reference: "NE-OTHER", uploaded_by: colleague.accountId })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
