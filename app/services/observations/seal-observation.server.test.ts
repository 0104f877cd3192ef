import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getObservation, getPoliceRecord } from "~/app/services/observations/get-observation.server";
import { lockObservation } from "~/app/services/observations/lock-observation.server";
import { makeMark } from "~/app/services/observations/make-mark.server";
import { openObservation } from "~/app/services/observations/open-observation.server";
import { removeMark } from "~/app/services/observations/remove-mark.server";
import { saveAnswers } from "~/app/services/observations/save-answers.server";
import { sealObservation } from "~/app/services/observations/seal-observation.server";
import {
  anObservingScene,
  answersOf,
  aTap,
  closeWindow,
  type ObservingScene,
} from "~/app/services/testing/observing-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";

let database: TestDatabase;
let scene: ObservingScene;
const mark = aTap();
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  scene = await anObservingScene(database);
  mark.id = aTap().id;
  await openObservation(scene.seated, scene.place);
  await makeMark(scene.seated, scene.place, mark);
});

const save = (given: Record<string, unknown>) => saveAnswers(scene.seated, scene.place, given);
const lock = () => lockObservation(scene.seated, scene.place);
const seal = () => sealObservation(scene.seated, scene.place);
const events = () =>
  database.withOwner(async (trx) =>
    (
      await trx
        .selectFrom("audit_event")
        .selectAll()
        .where("session_id", "=", scene.place.sessionId)
        .orderBy("seq")
        .execute()
    ).map((row) => row),
  );

async function locked(): Promise<void> {
  await save(answersOf("up to the lock"));
  const outcome = await lock();
  if (!outcome.ok) throw new Error(outcome.refusal);
}

async function sealed(): Promise<string> {
  await locked();
  await save(answersOf("after the lock"));
  const outcome = await seal();
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.contentSha256;
}

describe("saving answers", () => {
  test("keeps what can be read, names what cannot, and takes an answer back", async () => {
    await save({ "q.pj.respect": "fully", "q.pj.motive": "mostly" });

    const outcome = await save({ "q.pj.respect": "splendid", "q.pj.voice": "a_little", "q.pj.motive": null });

    expect(outcome).toEqual({
      ok: true,
      value: { faults: { "q.pj.respect": "unknown-option" }, stop: null },
    });
    const view = await getObservation(scene.seated, scene.place);
    expect(view.observation?.answers).toEqual({ "q.pj.respect": "fully", "q.pj.voice": "a_little" });
  });

  test("that are there already leaves no entry", async () => {
    const given = {
      "q.pj.respect": "fully",
      "q.de.missed": { choice: "yes", note: "At the car", atMs: 5_000 },
    };
    await save(given);
    const before = await events();

    await save(given);

    await expect(events()).resolves.toEqual(before);
  });

  test("of the part after the lock is refused before it", async () => {
    await expect(save({ "q.all.grade": "grade.2_good" })).resolves.toEqual({
      ok: false,
      refusal: "not-locked",
    });
  });
});

describe("locking", () => {
  test("with questions open is refused and reveals nothing", async () => {
    await save({ "q.pre.conflict": "none", "q.pre.ready": "yes" });

    await expect(lock()).resolves.toEqual({ ok: false, refusal: "answers-missing" });
    await expect(getPoliceRecord(scene.seated, scene.place)).resolves.toBeNull();
  });

  test("reveals the police record to its observer and to nobody else", async () => {
    await locked();

    const record = await getPoliceRecord(scene.seated, scene.place);

    expect(record?.power).toMatch(/\w/);
    await expect(getPoliceRecord(scene.otherSeated, scene.place)).resolves.toBeNull();
  });

  test("makes answers about the clip and marks final, and leaves the rest open", async () => {
    await locked();

    await expect(save({ "q.pj.respect": "not_at_all" })).resolves.toEqual({ ok: false, refusal: "locked" });
    await expect(makeMark(scene.seated, scene.place, aTap())).resolves.toEqual({
      ok: false,
      refusal: "locked",
    });
    await expect(removeMark(scene.seated, scene.place, mark.id)).resolves.toEqual({
      ok: false,
      refusal: "locked",
    });
    await expect(save({ "q.all.sure": "sure" })).resolves.toMatchObject({ ok: true });
  });

  test("stores what counts: answers to questions no longer asked are dropped, unasked ones filled in", async () => {
    await save({ ...answersOf("up to the lock"), "q.foot.start": "under_way", "q.cuffs.why": "yes" });
    await lock();

    const answers = (await getObservation(scene.seated, scene.place)).observation?.answers;

    expect(answers).toMatchObject({ "q.open.words": "not_captured" });
    expect(answers).not.toHaveProperty(["q.cuffs.why"]);
  });

  test("at the same moment as saving and marking lets each be either in or out, never half", async () => {
    await save(answersOf("up to the lock"));
    const tap = aTap();

    const [, saved, marked] = await Promise.all([
      lock(),
      save({ "q.pj.respect": "fully" }),
      makeMark(scene.seated, scene.place, tap),
    ]);

    const view = await getObservation(scene.seated, scene.place);
    expect(view.stage).toBe("locked");
    expect(view.observation?.marks.some(({ id }) => id === tap.id)).toBe(marked.ok);
    expect(view.observation?.answers["q.pj.respect"] === "fully").toBe(saved.ok);
  });

  test("twice at once is one lock with one entry", async () => {
    await save(answersOf("up to the lock"));

    const outcomes = await Promise.all([lock(), lock(), lock()]);

    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect((await events()).filter(({ event }) => event === "OBSERVATION_LOCKED")).toHaveLength(1);
  });
});

describe("sealing", () => {
  test("before the lock is refused", async () => {
    await save(answersOf("up to the lock"));

    await expect(seal()).resolves.toEqual({ ok: false, refusal: "not-locked" });
  });

  test("with questions open is refused", async () => {
    await locked();

    await expect(seal()).resolves.toEqual({ ok: false, refusal: "answers-missing" });
  });

  test("a serious grade without a sentence why is refused", async () => {
    await locked();
    await save({ ...answersOf("after the lock"), "q.all.grade": "grade.5_serious", "q.all.why": null });

    await expect(seal()).resolves.toEqual({ ok: false, refusal: "why-required" });
  });

  test("answers a hash of the content, the same again and again, also when the window is over", async () => {
    const hash = await sealed();

    const again = await Promise.all([seal(), seal()]);
    await closeWindow(database, scene);
    const later = await seal();

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const outcome of [...again, later])
      expect(outcome).toEqual({ ok: true, value: { contentSha256: hash } });
    expect((await events()).filter(({ event }) => event === "OBSERVATION_SEALED")).toHaveLength(1);
  });

  test("several times at the same moment gives one seal and one hash", async () => {
    await locked();
    await save(answersOf("after the lock"));

    const outcomes = await Promise.all([seal(), seal(), seal(), seal()]);

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.ok).toBe(true);
    expect((await events()).filter(({ event }) => event === "OBSERVATION_SEALED")).toHaveLength(1);
  });

  test("after the window is refused, and what was given stays", async () => {
    await locked();
    await save(answersOf("after the lock"));
    await closeWindow(database, scene);

    await expect(seal()).resolves.toEqual({ ok: false, refusal: "window-closed" });
    await expect(getObservation(scene.seated, scene.place)).resolves.toMatchObject({ stage: "locked" });
  });

  test("refuses every later change in the words of the portal", async () => {
    await sealed();

    await expect(save({ "q.all.sure": "unsure" })).resolves.toEqual({ ok: false, refusal: "sealed" });
    await expect(makeMark(scene.seated, scene.place, aTap())).resolves.toEqual({
      ok: false,
      refusal: "sealed",
    });
    await expect(removeMark(scene.seated, scene.place, mark.id)).resolves.toEqual({
      ok: false,
      refusal: "sealed",
    });
  });

  test("leaves no trace in the audit log that leads to the observation", async () => {
    const hash = await sealed();
    const { id } = await database.withOwner((trx) =>
      trx
        .selectFrom("observation")
        .select("id")
        .where("session_id", "=", scene.place.sessionId)
        .executeTakeFirstOrThrow(),
    );

    const log = JSON.stringify(await events());

    for (const trace of [id, hash, mark.id]) expect(log).not.toContain(trace);
  });
});

describe("the database, past the guard and past the service", () => {
  const OBSERVED = ["observation", "observation_author", "answer", "event_mark"] as const;
  const own = sql`(select observation_id from observation_author where session_id = ${sql.raw("current_setting('test.session')")}::uuid)`;
  const statements = {
    "an update of the seal": sql`update observation set sealed_on = null, content_sha256 = null, locked_on = null where id in ${own}`,
    "an update of an answer": sql`update answer set value = '"unsure"' where observation_id in ${own}`,
    "a new answer": sql`insert into answer select observation_id, 'q.all.learn', '{"picks":[]}' from observation_author
      where observation_id in ${own}`,
    "the removal of answers": sql`delete from answer where observation_id in ${own}`,
    "the removal of marks": sql`delete from event_mark where observation_id in ${own}`,
    "a mark moved to another time": sql`update event_mark set t_end_ms = 60000 where observation_id in ${own}`,
    "the removal of the observation": sql`delete from observation where id in ${own}`,
    "another author": sql`update observation_author set panel_member_id = panel_member_id where observation_id in ${own}`,
  };
  const content = () =>
    database.withOwner(async (trx) => {
      const { rows } = await sql<{ text: string }>`select (to_jsonb(o) || jsonb_build_object(
        'answers', (select jsonb_agg(a order by question_id) from answer a where a.observation_id = o.id),
        'marks', (select jsonb_agg(m order by m.id) from event_mark m where m.observation_id = o.id),
        'author', (select to_jsonb(w) from observation_author w where w.observation_id = o.id)))::text as text
        from observation o where o.session_id = ${scene.place.sessionId}`.execute(trx);
      return rows.map(({ text }) => text);
    });

  test.each(Object.entries(statements))(
    "refuses %s of a sealed observation to its author and to the owner",
    async (_what, statement) => {
      await sealed();
      const before = await content();
      const attempt = (trx: Parameters<Parameters<TestDatabase["withOwner"]>[0]>[0]) =>
        sql`select set_config('test.session', ${scene.place.sessionId}, true)`
          .execute(trx)
          .then(() => statement.execute(trx));

      const asOwner = await Promise.allSettled([database.withOwner(attempt)]);
      const asAuthor = await Promise.allSettled([database.withActor(scene.seated.actor, attempt)]);

      expect(asOwner).toMatchObject([{ status: "rejected", reason: { code: "SL001" } }]);
      const [author] = asAuthor;
      if (author?.status === "fulfilled") expect(author.value.numAffectedRows).toBe(0n);
      await expect(content()).resolves.toEqual(before);
    },
  );

  test("refuses to empty the tables of observations, to the owner too", async () => {
    await sealed();
    const before = await content();

    for (const table of OBSERVED) {
      const emptying = database.withOwner((trx) => sql`truncate ${sql.table(table)} cascade`.execute(trx));
      await expect(emptying).rejects.toMatchObject({ code: "SL001" });
    }
    await expect(content()).resolves.toEqual(before);
  });

  test("shows and gives nothing of a sealed observation to any other role", async () => {
    await sealed();
    const before = await content();

    for (const audience of ["web", "liaison", "mopac", "audit", "admin", "worker"] as const) {
      const actor = { ...scene.seated.actor, audience };
      for (const table of OBSERVED) {
        const column = sql.ref(table === "observation" ? "session_id" : "observation_id");
        const attempts = [
          sql`update ${sql.table(table)} set ${column} = ${column}`,
          sql`delete from ${sql.table(table)}`,
          sql`truncate ${sql.table(table)} cascade`,
        ];
        for (const attempt of attempts)
          await expect(database.withActor(actor, (trx) => attempt.execute(trx))).rejects.toMatchObject({
            code: "42501",
          });
      }
    }
    await expect(content()).resolves.toEqual(before);
  });

  test("keeps the rows of one member from the member in the next seat and from the chair", async () => {
    await sealed();

    for (const { actor } of [scene.otherSeated, scene.unseated]) {
      for (const table of OBSERVED) {
        const { rows } = await database.withActor(actor, (trx) =>
          sql`select * from ${sql.table(table)}`.execute(trx),
        );

        expect(rows).toEqual([]);
      }
    }
  });

  test.each(
    Object.entries({
      "a new answer": sql`insert into answer select observation_id, 'q.pj.voice', '"fully"' from observation_author
        where observation_id in ${own}`,
      "another answer": sql`update answer set value = '"mostly"' where observation_id in ${own}`,
      "a lock": sql`update observation set locked_on = london_today() where id in ${own}`,
      "the removal of a mark": sql`delete from event_mark where observation_id in ${own}`,
    }),
  )("takes %s inside the window and not outside, whoever asks it directly", async (_what, write) => {
    await save({ "q.pj.respect": "fully" });
    const before = await content();
    const rollBack = new Error("only to count");
    const rowsWritten = async () => {
      let count = 0n;
      const attempt = database.withActor(scene.seated.actor, async (trx) => {
        await sql`select set_config('test.session', ${scene.place.sessionId}, true)`.execute(trx);
        count = (await write.execute(trx)).numAffectedRows ?? 0n;
        throw rollBack;
      });
      const thrown: unknown = await attempt.catch((error: unknown) => error);
      return thrown === rollBack ? count : thrown;
    };
    await expect(rowsWritten()).resolves.toBe(1n);

    await closeWindow(database, scene);

    const outside = await rowsWritten();
    if (outside !== 0n) expect(outside).toMatchObject({ code: "42501" });
    await expect(content()).resolves.toEqual(before);
  });
});
