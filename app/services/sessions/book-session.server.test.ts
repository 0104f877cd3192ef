import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookSession } from "~/app/services/sessions/book-session.server";
import { memberContext } from "~/app/services/testing/member-context";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { NotFound, NotPermitted } from "~/domain/errors";
import type { SessionBookingRequest } from "~/domain/sessions/booking";
import { aPanel, type Member, type Panel } from "~/seeds/factories/people";

const HOUR_MS = 3_600_000;
const tomorrow = Date.now() + 24 * HOUR_MS;

let database: TestDatabase;
let panel: Panel;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  panel = await database.withOwner((trx) => aPanel(trx));
});

const request = (changes: Partial<SessionBookingRequest> = {}): SessionBookingRequest => ({
  panelId: panel.panelId,
  place: " Town hall, room 3 ",
  startsAt: new Date(tomorrow),
  endsAt: new Date(tomorrow + 2 * HOUR_MS),
  capacity: 8,
  ...changes,
});
const between = (fromHours: number, toHours: number) => ({
  startsAt: new Date(tomorrow + fromHours * HOUR_MS),
  endsAt: new Date(tomorrow + toHours * HOUR_MS),
});
const book = (changes: Partial<SessionBookingRequest> = {}, member: Member = panel.chair) =>
  bookSession(memberContext(database, panel, member), request(changes));

// Connections that have booked before are equally quick; else the first booking is over before the next one begins.
async function warmEveryConnection(): Promise<void> {
  const other = await database.withOwner((trx) => aPanel(trx));
  const ctx = memberContext(database, other, other.chair);
  await Promise.all(
    Array.from({ length: 16 }, (_, day) =>
      bookSession(ctx, request({ panelId: other.panelId, ...between(24 * day, 24 * day + 2) })),
    ),
  );
}

function booked() {
  return database.withOwner(async (trx) => ({
    sessions: await trx
      .selectFrom("session")
      .select(["id", "place", "booked_by", "capacity"])
      .where("panel_id", "=", panel.panelId)
      .execute(),
    entries: await trx
      .selectFrom("audit_event")
      .select(["event", "outcome", "actor", "object_id", "session_id"])
      .where("panel_id", "=", panel.panelId)
      .execute(),
  }));
}

test("a chair books a session, and the log says who", async () => {
  const outcome = await book();

  const { entries, sessions } = await booked();
  const id = sessions[0]?.id;
  expect(outcome).toEqual({ ok: true, value: id });
  expect(sessions).toEqual([
    { id, place: "Town hall, room 3", booked_by: panel.chair.memberId, capacity: 8 },
  ]);
  expect(entries).toEqual([
    {
      event: "SESSION_BOOKED",
      outcome: "done",
      actor: panel.chair.accountId,
      object_id: id,
      session_id: id,
    },
  ]);
});

describe("a booking is refused and nothing is written", () => {
  test.each<[string, () => Partial<SessionBookingRequest>]>([
    ["in-the-past", () => between(-26, -25)],
    ["ends-before-start", () => between(2, 1)],
    ["too-short", () => between(1, 1.1)],
    ["place-missing", () => ({ place: "  " })],
    ["capacity-out-of-range", () => ({ capacity: 31 })],
  ])("for being %s", async (refusal, changes) => {
    const outcome = await book(changes());

    expect(outcome).toEqual({ ok: false, refusal });
    expect(await booked()).toEqual({ sessions: [], entries: [] });
  });

  test("beside another session of the panel, but not right after it", async () => {
    await book();

    const beside = await book(between(1, 3));
    const after = await book(between(2, 4));

    expect(beside).toEqual({ ok: false, refusal: "overlaps-another-session" });
    expect(after.ok).toBe(true);
  });
});

test("another panel's session does not stand in the way", async () => {
  await book();
  const other = await database.withOwner((trx) => aPanel(trx));

  const outcome = await bookSession(
    memberContext(database, other, other.chair),
    request({ panelId: other.panelId }),
  );

  expect(outcome.ok).toBe(true);
});

test("a cancelled session leaves its time free", async () => {
  const first = await book();
  await database.withOwner((trx) =>
    trx
      .updateTable("session")
      .set({ cancelled_at: new Date() })
      .where("id", "=", first.ok ? first.value : "")
      .execute(),
  );

  expect((await book()).ok).toBe(true);
});

test("of twenty bookings of one evening at the same moment exactly one stands", async () => {
  await warmEveryConnection();

  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => book(between(index / 40, 2 + index / 40))),
  );

  const { entries, sessions } = await booked();
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((each) => !each.ok && each.refusal === "overlaps-another-session")).toHaveLength(19);
  expect(sessions).toHaveLength(1);
  expect(entries).toHaveLength(1);
});

test("a member who is no chair books nothing", async () => {
  const member = panel.members[1] ?? panel.chair;

  await expect(book({}, member)).rejects.toThrow(NotPermitted);
});

test("a member who passes for the chair is stopped by the database", async () => {
  const member = panel.members[1] ?? panel.chair;
  const ctx = memberContext(database, panel, member, { isChair: true });

  await expect(bookSession(ctx, request())).rejects.toThrow(/row-level security/);
  expect(await booked()).toEqual({ sessions: [], entries: [] });
});

test("a chair of another panel does not even learn that the panel exists", async () => {
  const other = await database.withOwner((trx) => aPanel(trx));
  const ctx = memberContext(database, other, other.chair);

  await expect(bookSession(ctx, request())).rejects.toThrow(NotFound);
});
