import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getClip } from "~/app/services/footage/get-clip.server";
import { getClipProgress } from "~/app/services/footage/get-clip-progress.server";
import { getRegistrationChoices } from "~/app/services/footage/get-registration-choices.server";
import { CLIPS_PER_PAGE, listClips } from "~/app/services/footage/list-clips.server";
import { registerClip } from "~/app/services/footage/register-clip.server";
import { createFootageScene, type FootageScene } from "~/app/services/footage/testing/footage-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import type { Actor } from "~/domain/accounts/actor";
import { CLIP_STAGES } from "~/domain/footage/clip-stage";
import type { AccountId, ClipId } from "~/domain/ids";
import { MemoryStore } from "~/storage/memory-store";

type Officer = Actor & { readonly accountId: AccountId };

let database: TestDatabase;
let scene: FootageScene;
let me: Officer;
let colleague: Officer;
beforeAll(async () => {
  database = await createTestDatabase();
  scene = createFootageScene(database, new MemoryStore());
  me = await scene.officer("NE");
  colleague = await scene.officer("NE");
});
afterAll(() => database.close());

async function clipOf(officer: Officer, occurredOn?: string): Promise<ClipId> {
  const changes = occurredOn === undefined ? {} : { occurredOn };
  const outcome = await registerClip(scene.contextOf(officer), await scene.encounter(changes));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

const setClip = (clipId: ClipId, values: Record<string, unknown>) =>
  database.withOwner((trx) => trx.updateTable("clip").set(values).where("id", "=", clipId).execute());

describe("the list of clips", () => {
  test("holds those of one's own command unit, in the order of the stages and the oldest first", async () => {
    const at = new Date("2026-11-19T10:00:00Z");
    const released = { media_state: "prepared", released_at: at, released_by: colleague.accountId };
    const made = {
      erased: await clipOf(me),
      pulled: await clipOf(me),
      released: await clipOf(me),
      mine: await clipOf(me),
      toCheck: await clipOf(colleague),
      preparing: await clipOf(me),
      failed: await clipOf(me),
      awaitingNew: await clipOf(me, "2026-11-10"),
      awaitingOld: await clipOf(me, "2026-10-10"),
    };
    await setClip(made.erased, { ...released, media_state: "erased" });
    await setClip(made.pulled, { ...released, pulled_at: at });
    await setClip(made.released, released);
    await setClip(made.mine, { media_state: "prepared" });
    await setClip(made.toCheck, { media_state: "prepared" });
    await setClip(made.preparing, { media_state: "received" });
    await setClip(made.failed, { media_state: "failed", failure: "unreadable" });

    const list = await listClips(scene.contextOf(me), 1);

    expect(list.clips.map(({ clipId }) => clipId)).toEqual([
      made.awaitingOld,
      made.awaitingNew,
      made.failed,
      made.preparing,
      made.toCheck,
      made.mine,
      made.released,
      made.pulled,
      made.erased,
    ]);
    expect([...new Set(list.clips.map(({ stage }) => stage))]).toEqual([...CLIP_STAGES]);
    expect(list.clips.find(({ clipId }) => clipId === made.toCheck)?.isOwn).toBe(false);
    expect(list.clips[0]).toMatchObject({
      encounterType: "Stop and search, person",
      borough: "Newham",
      occurredOn: "2026-10-10",
      isOwn: true,
    });
  });

  test("is empty for an officer of another command unit", async () => {
    const stranger = await scene.officer("CE");

    expect(await listClips(scene.contextOf(stranger), 1)).toEqual({ clips: [], page: 1, pageCount: 0 });
  });

  test("goes on over the page when it is long", async () => {
    const busy = await scene.officer("SE");
    const encounter = await scene.encounter({ boroughGss: "E09000004" });
    for (let n = 0; n <= CLIPS_PER_PAGE; n += 1) await registerClip(scene.contextOf(busy), encounter);

    const pages = [await listClips(scene.contextOf(busy), 1), await listClips(scene.contextOf(busy), 2)];

    expect(pages.map(({ clips, pageCount }) => [clips.length, pageCount])).toEqual([
      [CLIPS_PER_PAGE, 2],
      [1, 2],
    ]);
  });
});

describe("a clip", () => {
  test("tells its encounter in the words of the reference data, its age, and who else may check it", async () => {
    const officer = await scene.officer("SN");
    const other = await scene.officer("SN");
    const gone = await scene.officer("SN");
    await database.withOwner((trx) =>
      trx.updateTable("account").set({ disabled_at: new Date() }).where("id", "=", gone.accountId).execute(),
    );
    const registered = await registerClip(
      scene.contextOf(officer),
      await scene.encounter({ boroughGss: "E09000006", ethnicityId: "eth.black_other", powerId: null }),
    );
    if (!registered.ok) throw new Error(registered.refusal);

    const clip = await getClip(scene.contextOf(officer), registered.value);

    expect(clip).toMatchObject({
      stage: "awaiting-upload",
      isOwn: true,
      ageDays: 8,
      footage: null,
      run: null,
      failure: null,
      rejection: null,
      hasOpenUpload: false,
      encounter: {
        encounterType: "Stop and search, person",
        borough: "Bromley",
        bcuName: "South Area",
        power: null,
        object: "Controlled drugs",
        ethnicity: "Black/African/Caribbean/Black British - Any other Black/African/Caribbean background",
        gender: null,
        stratum: "random",
      },
    });
    const { display_name } = await database.withOwner((trx) =>
      trx
        .selectFrom("account")
        .select("display_name")
        .where("id", "=", other.accountId)
        .executeTakeFirstOrThrow(),
    );
    expect(clip.colleagues).toEqual([display_name]);
  });

  test("that is being prepared tells how far it has come", async () => {
    const clipId = await clipOf(me);
    await setClip(clipId, { media_state: "preparing" });
    await database.withOwner((trx) =>
      trx
        .insertInto("job_run")
        .values({
          subject: clipId,
          job: "transcode-clip",
          worker_id: "w",
          lease_until: new Date(),
          state: "running",
          stage: "preparing",
          progress: 0.5,
        })
        .execute(),
    );
    const run = { stage: "preparing", progress: 0.5 };

    expect(await getClipProgress(scene.contextOf(me), clipId)).toEqual({ stage: "preparing", run });
    expect(await getClip(scene.contextOf(colleague), clipId)).toMatchObject({ stage: "preparing", run });
  });

  test("shows its footage only while it is prepared", async () => {
    const clipId = await clipOf(me);
    const renditionId = await scene.prepare(clipId);
    const seen = await getClip(scene.contextOf(colleague), clipId);
    await setClip(clipId, { media_state: "failed", failure: "unreadable" });

    expect(seen).toMatchObject({ stage: "to-check", footage: { renditionId, durationMs: 20_000 } });
    expect(await getClip(scene.contextOf(colleague), clipId)).toMatchObject({
      footage: null,
      failure: "unreadable",
    });
  });

  test.each([
    ["read", getClip],
    ["followed", getClipProgress],
  ])("of another command unit cannot be %s: there is no such clip", async (_, read) => {
    const clipId = await clipOf(me);
    const stranger = await scene.officer("CE");

    await expect(read(scene.contextOf(stranger), clipId)).rejects.toThrow(
      expect.objectContaining({ name: "NotFound" }),
    );
  });
});

test("the choices for a new clip hold the boroughs of one's own command unit and no type without video", async () => {
  const choices = await getRegistrationChoices(scene.contextOf(me));

  expect(choices.bcuName).toBe("North East");
  expect(choices.boroughs.map(({ label }) => label)).toEqual(["Newham", "Waltham Forest"]);
  expect(choices.encounterTypes.map(({ id }) => id)).not.toContain("enc.mtip");
});
