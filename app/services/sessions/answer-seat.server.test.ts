import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptSeat } from "~/app/services/sessions/accept-seat.server";
import { declineSeat } from "~/app/services/sessions/decline-seat.server";
import { memberContext } from "~/app/services/testing/member-context";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { NotFound } from "~/domain/errors";
import type { SessionId } from "~/domain/ids";
import { aPanel, type Member, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

let database: TestDatabase;
let panel: Panel;
let sessionId: SessionId;
let first: Member;
let second: Member;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await arrange({ size: 3, capacity: 1 });
});

async function arrange({ size, capacity }: { size: number; capacity: number }): Promise<void> {
  await database.withOwner(async (trx) => {
    panel = await aPanel(trx, { size });
    sessionId = await aSession(trx, { panel, startingInMinutes: 60, capacity });
  });
  first = panel.members[1] ?? panel.chair;
  second = panel.members[2] ?? panel.chair;
}

const contextOf = (member: Member) => memberContext(database, panel, member);
const accept = (member: Member) => acceptSeat(contextOf(member), { panelId: panel.panelId, sessionId });
const decline = (member: Member) => declineSeat(contextOf(member), { panelId: panel.panelId, sessionId });

function written() {
  return database.withOwner(async (trx) => ({
    seats: Object.fromEntries(
      (await trx.selectFrom("booking").selectAll().where("session_id", "=", sessionId).execute()).map(
        (row) => [row.panel_member_id, row.state],
      ),
    ),
    events: (
      await trx
        .selectFrom("audit_event")
        .select("event")
        .where("session_id", "=", sessionId)
        .orderBy("seq")
        .execute()
    ).map(({ event }) => event),
  }));
}

describe("a seat", () => {
  test("is taken once, however often it is accepted", async () => {
    const outcomes = [await accept(first), await accept(first)];

    expect(outcomes).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await written()).toEqual({ seats: { [first.memberId]: "accepted" }, events: ["SEAT_ACCEPTED"] });
  });

  test("is declined once, however often", async () => {
    await decline(first);
    await decline(first);

    expect(await written()).toEqual({ seats: { [first.memberId]: "declined" }, events: ["SEAT_DECLINED"] });
  });

  test("that is given back is free for somebody else, and gone for the one who had it", async () => {
    await accept(first);

    const meanwhile = await accept(second);
    await decline(first);
    const afterwards = await accept(second);
    const again = await accept(first);

    expect(meanwhile).toEqual({ ok: false, refusal: "session-full" });
    expect(afterwards.ok).toBe(true);
    expect(again).toEqual({ ok: false, refusal: "session-full" });
    expect(await written()).toEqual({
      seats: { [first.memberId]: "declined", [second.memberId]: "accepted" },
      events: ["SEAT_ACCEPTED", "SEAT_DECLINED", "SEAT_ACCEPTED"],
    });
  });

  test("can still be taken while the session runs, and neither taken nor given back after it", async () => {
    const open = await plant(-10);
    const over = await plant(-600);

    expect((await acceptSeat(contextOf(first), open)).ok).toBe(true);
    expect(await acceptSeat(contextOf(first), over)).toEqual({ ok: false, refusal: "session-over" });
    expect(await declineSeat(contextOf(first), over)).toEqual({ ok: false, refusal: "session-over" });
  });

  test("needs the right to view footage as it stands in the database, whatever the actor was told", async () => {
    await database.withOwner((trx) =>
      trx
        .updateTable("panel_member")
        .set({ cleared_until: "2025-01-01" })
        .where("id", "=", first.memberId)
        .execute(),
    );

    expect(await accept(first)).toEqual({ ok: false, refusal: "may-not-view-footage" });
  });
});

test("of thirty members who accept at the same moment five get the five seats", async () => {
  await arrange({ size: 30, capacity: 5 });

  const outcomes = await Promise.all(panel.members.map(accept));

  const { events, seats } = await written();
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
  expect(outcomes.filter((each) => !each.ok && each.refusal === "session-full")).toHaveLength(25);
  expect(Object.values(seats)).toEqual(Array(5).fill("accepted"));
  expect(events).toEqual(Array(5).fill("SEAT_ACCEPTED"));
});

test("ten presses of one button at the same moment take one seat", async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept(first)));

  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect((await written()).events).toEqual(["SEAT_ACCEPTED"]);
});

test("a session of another panel has no seat, under either panel's address", async () => {
  const other = await database.withOwner((trx) => aPanel(trx));
  const ctx = memberContext(database, other, other.chair);

  await expect(acceptSeat(ctx, { panelId: other.panelId, sessionId })).rejects.toThrow(NotFound);
  await expect(acceptSeat(ctx, { panelId: panel.panelId, sessionId })).rejects.toThrow(NotFound);
});

async function plant(startingInMinutes: number) {
  const planted = await database.withOwner((trx) =>
    aSession(trx, { panel, startingInMinutes, lastingMinutes: 45 }),
  );
  return { panelId: panel.panelId, sessionId: planted };
}
