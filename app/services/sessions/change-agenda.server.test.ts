import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AgendaChange, changeAgenda } from "~/app/services/sessions/change-agenda.server";
import { getAgenda } from "~/app/services/sessions/get-agenda.server";
import { memberContext } from "~/app/services/testing/member-context";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { NotFound, NotPermitted } from "~/domain/errors";
import type { ClipId, SessionId } from "~/domain/ids";
import { aReleasedClip, type ClipWishes } from "~/seeds/factories/clips";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison, aPanel, type Member, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

const dice = createDice(11);

let database: TestDatabase;
let panel: Panel;
let sessionId: SessionId;
let clips: ClipId[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  panel = await database.withOwner((trx) => aPanel(trx));
  sessionId = await session(60);
  clips = [await clip(), await clip(), await clip()];
});

const session = (startingInMinutes: number) =>
  database.withOwner((trx) => aSession(trx, { panel, startingInMinutes, lastingMinutes: 30 }));

function clip(wishes: Partial<ClipWishes> = {}): Promise<ClipId> {
  return database.withOwner(async (trx) =>
    aReleasedClip(trx, {
      dice,
      bcuCode: "NE",
      boroughGss: "E09000025",
      uploadedBy: await aLiaison(trx),
      releasedBy: await aLiaison(trx),
      releasedAt: new Date(),
      ...wishes,
    }),
  );
}

const change = (wanted: AgendaChange, member: Member = panel.chair, of: SessionId = sessionId) =>
  changeAgenda(memberContext(database, panel, member), { panelId: panel.panelId, sessionId: of }, wanted);
const add = (...clipIds: ClipId[]) => change({ intent: "add", clipIds });
const at = (index: number): ClipId => clips[index] ?? ("" as ClipId);

function written(of: SessionId = sessionId) {
  return database.withOwner(async (trx) => ({
    agenda: (
      await trx
        .selectFrom("session_clip")
        .selectAll()
        .where("session_id", "=", of)
        .orderBy("position")
        .execute()
    ).map(({ clip_id, position }) => `${position} ${clips.indexOf(clip_id as ClipId)}`),
    details: (
      await trx
        .selectFrom("audit_event")
        .select(["event", "detail"])
        .where("session_id", "=", of)
        .orderBy("seq")
        .execute()
    ).map(({ event, detail }) => ({ event, detail })),
  }));
}

test("clips are added in the order given, at the end, under one entry", async () => {
  await add(at(1));
  const outcome = await add(at(2), at(0));

  expect(outcome).toEqual({ ok: true, value: null });
  expect(await written()).toEqual({
    agenda: ["1 1", "2 2", "3 0"],
    details: [
      { event: "AGENDA_CHANGED", detail: { change: "add", clipIds: at(1) } },
      { event: "AGENDA_CHANGED", detail: { change: "add", clipIds: `${at(2)} ${at(0)}` } },
    ],
  });
});

describe("no clip is added", () => {
  test.each<[string, string, () => Promise<ClipId>]>([
    ["that is on the agenda already", "already-on-agenda", async () => at(0)],
    ["of another area", "clip-not-available", () => clip({ boroughGss: "E09000031" })],
    ["whose footage is gone", "clip-not-available", () => clip({ media: "erased" })],
    ["that does not exist", "clip-not-available", async () => crypto.randomUUID() as ClipId],
    ["that was pulled", "clip-not-available", () => pulled()],
  ])("%s, nor any other with it", async (_fault, refusal, faulty) => {
    await add(at(0));

    const outcome = await add(at(1), await faulty());

    expect(outcome).toEqual({ ok: false, refusal });
    const { agenda, details } = await written();
    expect(agenda).toEqual(["1 0"]);
    expect(details).toHaveLength(1);
  });

  async function pulled(): Promise<ClipId> {
    const clipId = await clip();
    await database.withOwner((trx) =>
      trx.updateTable("clip").set({ pulled_at: new Date() }).where("id", "=", clipId).execute(),
    );
    return clipId;
  }
});

test("a clip is moved, and taken off with the others closing up", async () => {
  await add(at(0), at(1), at(2));

  await change({ intent: "move", clipId: at(2), direction: "up" });
  const moved = (await written()).agenda;
  await change({ intent: "remove", clipId: at(0) });
  const closed = await written();

  expect(moved).toEqual(["1 0", "2 2", "3 1"]);
  expect(closed.agenda).toEqual(["1 2", "2 1"]);
  expect(closed.details.map(({ detail }) => detail)).toMatchObject([
    { change: "add" },
    { change: "move", clipIds: at(2) },
    { change: "remove", clipIds: at(0) },
  ]);
});

test("while the session runs clips are added and moved but none is taken off", async () => {
  const open = await session(-10);

  const outcomes = [
    await change({ intent: "add", clipIds: [at(0), at(1)] }, panel.chair, open),
    await change({ intent: "move", clipId: at(1), direction: "up" }, panel.chair, open),
    await change({ intent: "remove", clipId: at(0) }, panel.chair, open),
  ];

  expect(outcomes).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
    { ok: false, refusal: "session-started" },
  ]);
  expect((await written(open)).agenda).toEqual(["1 1", "2 0"]);
});

test.each<[AgendaChange["intent"], () => AgendaChange]>([
  ["add", () => ({ intent: "add", clipIds: [at(0)] })],
  ["move", () => ({ intent: "move", clipId: at(0), direction: "down" })],
  ["remove", () => ({ intent: "remove", clipId: at(0) })],
])("once the session is over nobody can %s", async (_intent, wanted) => {
  const over = await session(-600);

  expect(await change(wanted(), panel.chair, over)).toEqual({ ok: false, refusal: "session-over" });
});

test("two chairs who add at the same moment both find their clips on the agenda", async () => {
  const outcomes = await Promise.all(clips.map((clipId) => add(clipId)));

  const { agenda } = await written();
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(agenda.map((line) => line.split(" ")[0])).toEqual(["1", "2", "3"]);
});

test("the chair is offered what is not on the agenda, and nothing once the session is over", async () => {
  const view = async (of: SessionId) => {
    const { agenda, candidates } = await getAgenda(memberContext(database, panel, panel.chair), {
      panelId: panel.panelId,
      sessionId: of,
    });
    const offered = new Set(candidates.map(({ clipId }) => clipId));
    return {
      agenda: agenda.map(({ clipId }) => clipId),
      offered: clips.map((clipId) => offered.has(clipId)),
    };
  };
  await add(at(1));
  const over = await session(-600);

  expect(await view(sessionId)).toEqual({ agenda: [at(1)], offered: [true, false, true] });
  expect(await view(over)).toEqual({ agenda: [], offered: [false, false, false] });
});

test("a member who is no chair changes no agenda", async () => {
  const member = panel.members[1] ?? panel.chair;

  await expect(change({ intent: "add", clipIds: [at(0)] }, member)).rejects.toThrow(NotPermitted);
});

test("the agenda of another panel's session cannot be reached through one's own", async () => {
  const other = await database.withOwner((trx) => aPanel(trx));
  const foreign = await database.withOwner((trx) => aSession(trx, { panel: other }));

  await expect(change({ intent: "add", clipIds: [at(0)] }, panel.chair, foreign)).rejects.toThrow(NotFound);
});
