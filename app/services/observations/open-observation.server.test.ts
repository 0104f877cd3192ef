import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { makeMark } from "~/app/services/observations/make-mark.server";
import { openObservation } from "~/app/services/observations/open-observation.server";
import { recuseObserver } from "~/app/services/observations/recuse-observer.server";
import { removeMark } from "~/app/services/observations/remove-mark.server";
import { saveAnswers } from "~/app/services/observations/save-answers.server";
import {
  anObservingScene,
  aTap,
  closeWindow,
  type ObservingScene,
} from "~/app/services/testing/observing-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { NotFound, NotPermitted } from "~/domain/errors";

let database: TestDatabase;
let scene: ObservingScene;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  scene = await anObservingScene(database);
});

const eventsAt = ({ place }: ObservingScene) =>
  database.withOwner(async (trx) =>
    (
      await trx
        .selectFrom("audit_event")
        .select(["event", "object_type", "object_id", "panel_id", "session_id"])
        .where("object_id", "=", place.clipId)
        .orderBy("seq")
        .execute()
    ).map((row) => row),
  );
const observationsAt = ({ place }: ObservingScene) =>
  database.withOwner((trx) =>
    trx.selectFrom("observation").selectAll().where("session_id", "=", place.sessionId).execute(),
  );

describe("opening an observation", () => {
  test("inside the window gives a seat its one observation, in the mode of the session", async () => {
    const outcomes = [
      await openObservation(scene.seated, scene.place),
      await openObservation(scene.seated, scene.place),
    ];

    expect(outcomes).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    await expect(observationsAt(scene)).resolves.toMatchObject([
      { instrument_version: "edoi-1.0.0", mode: "mode.standard", locked_on: null },
    ]);
    await expect(eventsAt(scene)).resolves.toEqual([
      {
        event: "OBSERVATION_OPENED",
        object_type: "clip",
        object_id: scene.place.clipId,
        panel_id: scene.place.panelId,
        session_id: scene.place.sessionId,
      },
    ]);
  });

  test("twice at the same moment still gives one observation", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => openObservation(scene.seated, scene.place)),
    );

    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    await expect(observationsAt(scene)).resolves.toHaveLength(1);
    await expect(eventsAt(scene)).resolves.toHaveLength(1);
  });

  test("without an accepted seat is refused", async () => {
    await expect(openObservation(scene.unseated, scene.place)).resolves.toEqual({
      ok: false,
      refusal: "window-closed",
    });
    await expect(observationsAt(scene)).resolves.toEqual([]);
  });

  test.each([
    ["before", 30],
    ["after", -200],
  ])("%s the window is refused", async (_when, startingInMinutes) => {
    const other = await anObservingScene(database, { startingInMinutes });

    await expect(openObservation(other.seated, other.place)).resolves.toEqual({
      ok: false,
      refusal: "window-closed",
    });
    await expect(observationsAt(other)).resolves.toEqual([]);
    await expect(eventsAt(other)).resolves.toEqual([]);
  });

  test("by a member of another panel says that there is no such thing", async () => {
    const stranger = await anObservingScene(database);

    await expect(openObservation(stranger.seated, scene.place)).rejects.toBeInstanceOf(NotFound);
  });

  test("by a member who may not view footage is not permitted", async () => {
    const memberships = scene.seated.actor.memberships.map((each) => ({ ...each, mayViewFootage: false }));
    const barred = { ...scene.seated, actor: { ...scene.seated.actor, memberships } };

    await expect(openObservation(barred, scene.place)).rejects.toBeInstanceOf(NotPermitted);
  });
});

describe("what a seated member observed", () => {
  test("stays invisible to the member in the next seat", async () => {
    await openObservation(scene.seated, scene.place);
    await saveAnswers(scene.seated, scene.place, { "q.pj.respect": "fully" });
    await makeMark(scene.seated, scene.place, aTap());

    await expect(getObservation(scene.otherSeated, scene.place)).resolves.toMatchObject({
      stage: "before",
      observation: null,
    });
  });

  test("cannot be changed by the member in the next seat", async () => {
    await openObservation(scene.seated, scene.place);
    const mark = aTap();
    await makeMark(scene.seated, scene.place, mark);
    await openObservation(scene.otherSeated, scene.place);

    await removeMark(scene.otherSeated, scene.place, mark.id);
    const taken = await makeMark(scene.otherSeated, scene.place, { ...mark, code: "l1.mile" });

    expect(taken).toEqual({ ok: false, refusal: "mark-id-taken" });
    await expect(getObservation(scene.seated, scene.place)).resolves.toMatchObject({
      observation: { marks: [{ id: mark.id, code: "l1.off_calm", tStartMs: 42_000 }] },
    });
  });

  test("can be read after the window but no longer written", async () => {
    await openObservation(scene.seated, scene.place);
    await saveAnswers(scene.seated, scene.place, { "q.pj.respect": "fully" });

    await closeWindow(database, scene);

    await expect(saveAnswers(scene.seated, scene.place, { "q.pj.respect": "mostly" })).resolves.toEqual({
      ok: false,
      refusal: "window-closed",
    });
    await expect(makeMark(scene.seated, scene.place, aTap())).resolves.toEqual({
      ok: false,
      refusal: "window-closed",
    });
    await expect(getObservation(scene.seated, scene.place)).resolves.toMatchObject({
      observation: { answers: { "q.pj.respect": "fully" }, marks: [] },
    });
  });
});

describe("marks", () => {
  beforeEach(() => openObservation(scene.seated, scene.place));

  test("sent twice with one id are one mark, one entry and one reply", async () => {
    const mark = aTap();

    const replies = [
      await makeMark(scene.seated, scene.place, mark),
      await makeMark(scene.seated, scene.place, mark),
      ...(await Promise.all([
        makeMark(scene.seated, scene.place, mark),
        makeMark(scene.seated, scene.place, mark),
      ])),
    ];

    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({
      ok: true,
      value: { id: mark.id, tStartMs: 42_000, kind: "pt", level: 1 },
    });
    expect((await eventsAt(scene)).filter(({ event }) => event === "MARK_MADE")).toHaveLength(1);
  });

  test.each([
    ["beyond the end of the clip", { atMs: 120_001 }, "outside-clip"],
    ["with a button that is not on the palette", { code: "ev.off.calm.greet" }, "unknown-code"],
  ])("%s are refused", async (_what, wishes, refusal) => {
    await expect(makeMark(scene.seated, scene.place, aTap(wishes))).resolves.toEqual({ ok: false, refusal });
  });

  test("are taken back once, and taking them back again is no fault", async () => {
    const mark = aTap();
    await makeMark(scene.seated, scene.place, mark);

    const outcomes = [
      await removeMark(scene.seated, scene.place, mark.id),
      await removeMark(scene.seated, scene.place, mark.id),
    ];

    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect((await eventsAt(scene)).map(({ event }) => event)).toEqual([
      "OBSERVATION_OPENED",
      "MARK_MADE",
      "MARK_REMOVED",
    ]);
  });

  test("need an observation that was opened", async () => {
    await expect(makeMark(scene.otherSeated, scene.place, aTap())).resolves.toEqual({
      ok: false,
      refusal: "not-opened",
    });
  });
});

describe("an observer who must stop", () => {
  const seesFootage = () =>
    database.withActor(scene.seated.actor, async (trx) =>
      (await trx.selectFrom("rendition").select("id").execute()).map(({ id }) => id),
    );

  test("having recognised somebody, sees the footage no more and writes nothing more", async () => {
    await openObservation(scene.seated, scene.place);
    await expect(seesFootage()).resolves.toEqual([scene.renditionId]);

    const outcome = await recuseObserver(scene.seated, scene.place);

    expect(outcome).toEqual({ ok: true, value: null });
    await expect(seesFootage()).resolves.toEqual([]);
    await expect(makeMark(scene.seated, scene.place, aTap())).resolves.toEqual({
      ok: false,
      refusal: "stopped",
    });
    await expect(saveAnswers(scene.seated, scene.place, { "q.pre.recognised": null })).resolves.toEqual({
      ok: false,
      refusal: "stopped",
    });
    expect((await eventsAt(scene)).map(({ event }) => event)).toEqual([
      "OBSERVATION_OPENED",
      "OBSERVER_RECUSED",
    ]);
    await expect(recuseObserver(scene.seated, scene.place)).resolves.toEqual({ ok: true, value: null });
  });

  test("can recuse before anything was opened, and stays recused in every other session with the clip", async () => {
    await recuseObserver(scene.seated, scene.place);

    const view = await getObservation(scene.seated, scene.place);

    expect(view).toMatchObject({
      stage: "stopped",
      stop: "recognised-someone",
      viewing: { isOpenNow: false },
    });
  });

  test("having declared a possible link, waits for the chair and cannot take it back", async () => {
    await openObservation(scene.seated, scene.place);

    const outcome = await saveAnswers(scene.seated, scene.place, { "q.pre.conflict": "possible" });

    expect(outcome).toEqual({ ok: true, value: { faults: {}, stop: "possible-link" } });
    await expect(seesFootage()).resolves.toEqual([]);
    await expect(saveAnswers(scene.seated, scene.place, { "q.pre.conflict": "none" })).resolves.toEqual({
      ok: false,
      refusal: "stopped",
    });
  });

  test("having skipped the clip without a reason, may come back to it", async () => {
    await openObservation(scene.seated, scene.place);
    await saveAnswers(scene.seated, scene.place, { "q.pre.conflict": "none", "q.pre.ready": "skip_clip" });
    await expect(getObservation(scene.seated, scene.place)).resolves.toMatchObject({ stage: "stopped" });

    await saveAnswers(scene.seated, scene.place, { "q.pre.ready": "yes" });

    await expect(getObservation(scene.seated, scene.place)).resolves.toMatchObject({ stage: "watching" });
  });
});
