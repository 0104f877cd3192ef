import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAgenda, listAgendaCandidates } from "~/db/queries/agenda";
import { findSeat, listSeatedMembers } from "~/db/queries/bookings";
import { getOwnMembership, getPanel, listPanels } from "~/db/queries/panels";
import {
  getSessionDetail,
  insertSession,
  listComingSessions,
  listPastSessions,
  lockSession,
} from "~/db/queries/sessions";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import type { Trx } from "~/db/with-actor";
import type { Actor } from "~/domain/accounts/actor";
import { NotFound } from "~/domain/errors";
import type { ClipId, SessionId } from "~/domain/ids";
import { aReleasedClip } from "~/seeds/factories/clips";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison, aPanel, type Member, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

const DAY_MS = 86_400_000;
const dice = createDice(7);

let database: TestDatabase;
let own: Panel;
let foreign: Panel;
let past: SessionId;
let open: SessionId;
let next: SessionId;
let elsewhere: SessionId;
let watched: ClipId;
let foreignClip: ClipId;
let free: ClipId;

// Row-level security reads the account alone, so an actor without memberships is one whom no guard has looked at.
const as = (member: Member): Actor => ({
  accountId: member.accountId,
  audience: "panel",
  bcuCode: null,
  memberships: [],
});
const reading = <T>(member: Member, work: (trx: Trx) => Promise<T>) => database.withActor(as(member), work);
const second = (panel: Panel): Member => panel.members[1] ?? panel.chair;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.withOwner(async (trx) => {
    own = await aPanel(trx, { bcuCode: "NE", boroughGss: "E09000025" });
    foreign = await aPanel(trx, { bcuCode: "NE", boroughGss: "E09000031" });
    const uploadedBy = await aLiaison(trx);
    const releasedBy = await aLiaison(trx);
    const releasedAt = new Date(Date.now() - DAY_MS);
    const clip = { dice, bcuCode: "NE", uploadedBy, releasedBy, releasedAt };
    watched = await aReleasedClip(trx, { ...clip, boroughGss: "E09000025" });
    free = await aReleasedClip(trx, { ...clip, boroughGss: "E09000025" });
    foreignClip = await aReleasedClip(trx, { ...clip, boroughGss: "E09000031" });
    await aReleasedClip(trx, { ...clip, boroughGss: "E09000025", media: "erased" });
    past = await aSession(trx, { panel: own, startingInMinutes: -600, clips: [watched] });
    open = await aSession(trx, { panel: own, clips: [watched], seated: [second(own)] });
    next = await aSession(trx, { panel: own, startingInMinutes: 600, seated: [own.chair, second(own)] });
    elsewhere = await aSession(trx, { panel: foreign, clips: [foreignClip], seated: [second(foreign)] });
  });
});
afterAll(() => database.close());

describe("a member of a panel", () => {
  test("sees its sessions, the coming ones in order and the past ones apart", async () => {
    const member = second(own);

    const { coming, over } = await reading(member, async (trx) => ({
      coming: await listComingSessions(trx, own.panelId, member.memberId),
      over: await listPastSessions(trx, own.panelId, member.memberId, 20),
    }));

    expect(coming).toMatchObject([
      { sessionId: open, phase: "in", seatsTaken: 1, clipCount: 1, mySeat: "accepted" },
      { sessionId: next, phase: "before", seatsTaken: 2, clipCount: 0, mySeat: "accepted" },
    ]);
    expect(over).toMatchObject([{ sessionId: past, phase: "after", seatsTaken: 0, mySeat: null }]);
  });

  test("sees no more past sessions than asked for", async () => {
    const over = await reading(own.chair, (trx) => listPastSessions(trx, own.panelId, own.chair.memberId, 0));

    expect(over).toEqual([]);
  });

  test("is seated now only with a seat in the session that is open", async () => {
    const detail = (member: Member, sessionId: SessionId) =>
      reading(member, (trx) => getSessionDetail(trx, own.panelId, sessionId, member.memberId));

    expect(await detail(second(own), open)).toMatchObject({ isSeatedNow: true });
    expect(await detail(own.chair, open)).toMatchObject({ isSeatedNow: false });
    expect(await detail(second(own), next)).toMatchObject({ isSeatedNow: false });
  });

  test("is told by the database how long the phase of a session lasts", async () => {
    const detail = (sessionId: SessionId) =>
      reading(own.chair, (trx) => getSessionDetail(trx, own.panelId, sessionId, own.chair.memberId));

    const [toEnd, toStart] = [await detail(open), await detail(next)];

    expect(toEnd.secondsToNextPhase).toBeGreaterThan(109 * 60);
    expect(toEnd.secondsToNextPhase).toBeLessThanOrEqual(110 * 60);
    expect(toStart.secondsToNextPhase).toBeGreaterThan(599 * 60);
    expect((await detail(past)).secondsToNextPhase).toBeNull();
  });

  test("sees who else has a seat only as the chair", async () => {
    const seated = (member: Member) => reading(member, (trx) => listSeatedMembers(trx, own.panelId, next));
    const names = (members: readonly Member[]) => members.map(({ displayName }) => displayName).sort();

    const shown = (await seated(own.chair)).map(({ displayName }) => displayName);

    expect(shown).toEqual(names([own.chair, second(own)]));
    expect(await seated(second(own))).toMatchObject([{ panelMemberId: second(own).memberId }]);
  });

  test("may watch a clip of the agenda only while seated in the open session", async () => {
    const watchable = async (member: Member, sessionId: SessionId) => {
      const agenda = await reading(member, (trx) => listAgenda(trx, own.panelId, sessionId, member.memberId));
      return agenda.map(({ clipId, mayWatch, myObservation }) => ({ clipId, mayWatch, myObservation }));
    };
    const item = { clipId: watched, myObservation: "none" };

    expect(await watchable(second(own), open)).toEqual([{ ...item, mayWatch: true }]);
    expect(await watchable(own.chair, open)).toEqual([{ ...item, mayWatch: false }]);
    expect(await watchable(second(own), past)).toEqual([{ ...item, mayWatch: false }]);
  });

  test("is offered clips for an agenda only as the chair: those of its area, with footage, not on it yet", async () => {
    const offered = async (member: Member, sessionId: SessionId) =>
      (await reading(member, (trx) => listAgendaCandidates(trx, own.panelId, sessionId, 10))).map(
        ({ clipId, lastOnAgendaAt }) => ({ clipId, isNew: lastOnAgendaAt === null }),
      );

    expect(await offered(own.chair, open)).toEqual([{ clipId: free, isNew: true }]);
    expect(await offered(own.chair, next)).toEqual([
      { clipId: free, isNew: true },
      { clipId: watched, isNew: false },
    ]);
    expect(await offered(second(own), open)).toEqual([]);
  });

  test("learns how long a clip is before the window in which it may be played", async () => {
    await database.withOwner((trx) =>
      trx
        .insertInto("rendition")
        .values({
          clip_id: free,
          generation: 1,
          width: 1280,
          height: 720,
          duration_ms: 254_000,
          segment_count: 43,
          has_audio: true,
          total_bytes: 1_000,
          source_sha256: Buffer.alloc(32),
          object_prefix: "length",
        })
        .execute(),
    );

    const [offered] = await reading(own.chair, (trx) => listAgendaCandidates(trx, own.panelId, open, 10));
    const renditions = await reading(own.chair, (trx) =>
      trx.selectFrom("rendition").select("id").where("clip_id", "=", free).execute(),
    );
    const stranger = await reading(second(foreign), (trx) =>
      sql<{ ms: number | null }>`select clip_length_ms(${free}) as ms`.execute(trx),
    );

    expect(offered).toMatchObject({ clipId: free, lengthMs: 254_000 });
    expect(renditions).toEqual([]);
    expect(stranger.rows).toEqual([{ ms: null }]);
  });
});

describe("to a member of another panel", () => {
  test("a panel, its sessions, seats and agendas do not exist", async () => {
    const stranger = second(foreign);

    const seen = await reading(stranger, async (trx) => ({
      panels: await listPanels(trx, [own.panelId, foreign.panelId]),
      coming: await listComingSessions(trx, own.panelId, stranger.memberId),
      past: await listPastSessions(trx, own.panelId, stranger.memberId, 20),
      agenda: await listAgenda(trx, own.panelId, open, stranger.memberId),
      candidates: await listAgendaCandidates(trx, own.panelId, open, 10),
      seated: await listSeatedMembers(trx, own.panelId, open),
      seat: await findSeat(trx, own.panelId, open, second(own).memberId),
      sessions: await trx.selectFrom("session").select("id").execute(),
      seats: await trx.selectFrom("booking").select("panel_member_id").execute(),
      agendas: await trx.selectFrom("session_clip").select("clip_id").execute(),
    }));

    expect(seen).toMatchObject({
      panels: [{ panelId: foreign.panelId }],
      coming: [],
      past: [],
      agenda: [],
      candidates: [],
      seated: [],
      seat: null,
      sessions: [{ id: elsewhere }],
      seats: [{ panel_member_id: stranger.memberId }],
      agendas: [{ clip_id: foreignClip }],
    });
  });

  test.each<[string, (trx: Trx, stranger: Member) => Promise<unknown>]>([
    ["its name", (trx) => getPanel(trx, own.panelId)],
    ["a membership", (trx) => getOwnMembership(trx, own.panelId)],
    ["a session of it", (trx, stranger) => getSessionDetail(trx, own.panelId, open, stranger.memberId)],
    ["a lock on a session of it", (trx) => lockSession(trx, own.panelId, open)],
    [
      "a session of it under the stranger's own panel",
      (trx, stranger) => getSessionDetail(trx, foreign.panelId, open, stranger.memberId),
    ],
  ])("%s is not to be had", async (_thing, ask) => {
    const stranger = second(foreign);

    await expect(reading(stranger, (trx) => ask(trx, stranger))).rejects.toThrow(NotFound);
  });
});

test("a booking that waited for another one of the same hour is refused, and its transaction goes on", async () => {
  const startsAt = new Date(Date.now() + 9 * DAY_MS);
  const draft = {
    panelId: own.panelId,
    place: "Town hall",
    capacity: 5,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 7_200_000),
  };
  const late = async (trx: Trx) => ({
    outcome: await insertSession(trx, draft, own.chair.memberId),
    panel: await getPanel(trx, own.panelId),
  });

  const { first, waiting } = await reading(own.chair, async (trx) => ({
    first: await insertSession(trx, draft, own.chair.memberId),
    waiting: [reading(own.chair, late)],
  }));

  expect(first.ok).toBe(true);
  expect(await Promise.all(waiting)).toMatchObject([
    { outcome: { ok: false, refusal: "overlaps-another-session" }, panel: { panelId: own.panelId } },
  ]);
});

describe("with every guard out of the way, the database refuses", () => {
  const startsAt = new Date(Date.now() + 3 * DAY_MS);
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) };
  const draft = { place: "Town hall", capacity: 5, ...times };
  const denied = /row-level security/;

  test("a session booked for another panel by a chair", async () => {
    const booking = reading(own.chair, (trx) =>
      insertSession(trx, { ...draft, panelId: foreign.panelId }, own.chair.memberId),
    );

    await expect(booking).rejects.toThrow(denied);
  });

  test("a session booked by a member who is no chair", async () => {
    const booking = reading(second(own), (trx) =>
      insertSession(trx, { ...draft, panelId: own.panelId }, second(own).memberId),
    );

    await expect(booking).rejects.toThrow(denied);
  });

  test("a session booked in the name of somebody else", async () => {
    const booking = reading(own.chair, (trx) =>
      insertSession(trx, { ...draft, panelId: own.panelId }, second(own).memberId),
    );

    await expect(booking).rejects.toThrow(denied);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a clip put on an agenda by a member who is no chair", () => put(second(own), next, watched)],
    ["a clip of another area put on an agenda", () => put(own.chair, next, foreignClip)],
    ["a clip put on an agenda once the session is over", () => put(own.chair, past, free)],
    ["a seat taken for somebody else", () => sit(second(own), next, own.members[2] ?? own.chair)],
    ["a seat taken in a session of another panel", () => sit(second(own), elsewhere, second(own))],
  ])("%s", async (_act, act) => {
    await expect(act()).rejects.toThrow(denied);
  });

  test("the change of an order, a removal or a seat that is not one's own, by touching nothing", async () => {
    const touched = await reading(second(own), async (trx) => ({
      moved: await trx.updateTable("session_clip").set({ position: 9 }).executeTakeFirst(),
      removed: await trx.deleteFrom("session_clip").executeTakeFirst(),
      unseated: await trx
        .updateTable("booking")
        .set({ state: "declined" })
        .where("panel_member_id", "!=", second(own).memberId)
        .executeTakeFirst(),
    }));

    expect(touched).toEqual({
      moved: { numUpdatedRows: 0n },
      removed: { numDeletedRows: 0n },
      unseated: { numUpdatedRows: 0n },
    });
  });

  test("the removal of a clip by the chair once the session has started", async () => {
    const removed = await reading(own.chair, (trx) =>
      trx.deleteFrom("session_clip").where("session_id", "=", open).executeTakeFirst(),
    );

    expect(removed.numDeletedRows).toBe(0n);
  });

  function put(member: Member, sessionId: SessionId, clipId: ClipId): Promise<unknown> {
    return reading(member, (trx) =>
      trx
        .insertInto("session_clip")
        .values({ session_id: sessionId, clip_id: clipId, position: 5 })
        .execute(),
    );
  }

  function sit(member: Member, sessionId: SessionId, occupant: Member): Promise<unknown> {
    const seat = { panel_member_id: occupant.memberId, state: "accepted" };
    return reading(member, (trx) =>
      trx
        .insertInto("booking")
        .values({ session_id: sessionId, ...seat })
        .execute(),
    );
  }
});
