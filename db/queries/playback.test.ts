import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findPreviewable, findWatchable } from "~/db/queries/playback";
import { findRenditionKey } from "~/db/queries/renditions";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import type { Trx } from "~/db/with-actor";
import type { AccountId, ClipId, RenditionId, SessionId } from "~/domain/ids";
import { aReleasedClip } from "~/seeds/factories/clips";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison, aPanel, type Member, type Panel, type Person } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

const dice = createDice(7);

let database: TestDatabase;
let panel: Panel;
let otherPanel: Panel;
let seated: Member;
let unseated: Member;
let officer: Person;
let stranger: Person;
let clipId: ClipId;
let renditionId: RenditionId;
let sessionId: SessionId;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.withOwner(async (trx) => {
    panel = await aPanel(trx);
    otherPanel = await aPanel(trx);
    [, seated, unseated] = panel.members as [Member, Member, Member];
    officer = await aLiaison(trx);
    stranger = await aLiaison(trx, { bcuCode: "CE" });
    clipId = await aReleasedClip(trx, {
      dice,
      bcuCode: panel.bcuCode,
      boroughGss: "E09000025",
      uploadedBy: officer,
      releasedBy: await aLiaison(trx),
      releasedAt: new Date(),
    });
    renditionId = await aRendition(trx, clipId);
    sessionId = await aSession(trx, { panel, clips: [clipId], seated: [seated] });
  });
});

async function aRendition(trx: Trx, ofClip: ClipId): Promise<RenditionId> {
  const { id } = await trx
    .insertInto("rendition")
    .values({
      clip_id: ofClip,
      generation: 1,
      width: 1280,
      height: 720,
      duration_ms: 18_000,
      segment_count: 3,
      has_audio: true,
      total_bytes: 6_000_000,
      source_sha256: Buffer.alloc(32),
      object_prefix: `hls/${ofClip}/1/`,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("rendition_key")
    .values({ rendition_id: id, master_key_id: "m1", wrapped: Buffer.alloc(44) })
    .execute();
  return id as RenditionId;
}

/** Everything in one transaction, so that the database's clock stands still between the change and the question. */
function asking<T>(
  who: { readonly role: "app_panel" | "app_liaison" | null; readonly accountId: AccountId },
  question: (trx: Trx) => Promise<T>,
  change: (trx: Trx) => Promise<unknown> = () => Promise.resolve(),
): Promise<T> {
  return database.withOwner(async (trx) => {
    await change(trx);
    await sql`select set_config('app.actor', ${who.accountId}, true)`.execute(trx);
    if (who.role !== null) await sql`set local role ${sql.id(who.role)}`.execute(trx);
    return question(trx);
  });
}

const watchable = (trx: Trx) => findWatchable(trx, sessionId, clipId);
const windowFrom = (startsIn: string, endsIn: string) => (trx: Trx) =>
  sql`update session set starts_at = now() + ${startsIn}::interval, ends_at = now() + ${endsIn}::interval
    where id = ${sessionId}`.execute(trx);
const ofMember = (changes: Record<string, unknown>) => (trx: Trx) =>
  trx.updateTable("panel_member").set(changes).where("id", "=", seated.memberId).execute();
const day = (offset: number) => sql<string>`london_today() + ${offset}::int`;
const ofClip = (changes: Record<string, unknown>) => (trx: Trx) =>
  trx.updateTable("clip").set(changes).where("id", "=", clipId).execute();

describe.each([
  ["behind row-level security", "app_panel" as const],
  ["with row-level security out of the way", null],
])("a member asks for footage, %s", (where, role) => {
  const isOpen = async (change?: (trx: Trx) => Promise<unknown>, accountId = seated.accountId) =>
    (await asking({ role, accountId }, watchable, change)) !== null;

  test(`a seated member is granted it in the window, and until when (${where})`, async () => {
    const found = await asking(
      { role, accountId: seated.accountId },
      watchable,
      windowFrom("-1 hour", "90 s"),
    );

    expect(found).toMatchObject({
      panelId: panel.panelId,
      closesInMs: 90_000,
      rendition: { renditionId, clipId, objectPrefix: `hls/${clipId}/1/`, segmentCount: 3 },
    });
  });

  test.each([
    ["before its start by a microsecond", "1 microsecond", "1 hour", false],
    ["at its start", "0", "1 hour", true],
    ["before its end by a microsecond", "-1 hour", "1 microsecond", true],
    ["at its end", "-1 hour", "0", false],
    ["after its end", "-1 hour", "-1 second", false],
  ])(`the window asked %s (${where})`, async (_when, startsIn, endsIn, open) => {
    await expect(isOpen(windowFrom(startsIn, endsIn))).resolves.toBe(open);
  });

  test.each([
    ["is released", { pulled_at: null }, true],
    ["is not released", { released_at: null, released_by: null }, false],
    ["was pulled", { pulled_at: sql`now()` }, false],
  ])(`a clip that %s (${where})`, async (_what, changes, open) => {
    await expect(isOpen(ofClip(changes))).resolves.toBe(open);
  });

  test.each([
    ["may not view footage", { may_view_footage: false }, false],
    ["left today", { to_on: day(0) }, false],
    ["leaves tomorrow", { to_on: day(1) }, true],
    ["joins tomorrow", { from_on: day(1) }, false],
    ["was cleared until yesterday", { cleared_until: day(-1) }, false],
    ["is cleared until today", { cleared_until: day(0) }, true],
  ])(`a member who %s (${where})`, async (_what, changes, open) => {
    await expect(isOpen(ofMember(changes))).resolves.toBe(open);
  });

  test(`a member who has declined, or never answered (${where})`, async () => {
    await expect(isOpen(undefined, unseated.accountId)).resolves.toBe(false);

    await expect(
      isOpen((trx) => trx.updateTable("booking").set({ state: "declined" }).execute()),
    ).resolves.toBe(false);
  });

  test(`a member of another panel, and an officer (${where})`, async () => {
    await expect(isOpen(undefined, otherPanel.chair.accountId)).resolves.toBe(false);
    await expect(isOpen(undefined, officer.accountId)).resolves.toBe(false);
  });

  test(`a session that was cancelled, and a clip that is not on its agenda (${where})`, async () => {
    await expect(
      isOpen((trx) => trx.updateTable("session").set({ cancelled_at: sql`now()` }).execute()),
    ).resolves.toBe(false);
    await expect(
      isOpen(async (trx) => {
        await trx.updateTable("session").set({ cancelled_at: null }).execute();
        await trx.deleteFrom("session_clip").where("session_id", "=", sessionId).execute();
      }),
    ).resolves.toBe(false);
  });
});

describe("row-level security alone", () => {
  const rows = async (accountId: AccountId, change?: (trx: Trx) => Promise<unknown>) =>
    asking(
      { role: "app_panel", accountId },
      async (trx) => ({
        renditions: (await trx.selectFrom("rendition").selectAll().execute()).length,
        keys: (await trx.selectFrom("rendition_key").selectAll().execute()).length,
      }),
      change,
    );
  const NOTHING = { renditions: 0, keys: 0 };

  test("shows a seated member the renditions and keys of the agenda in the window, and no others", async () => {
    await database.withOwner(async (trx) => {
      const elsewhere = await aReleasedClip(trx, {
        dice,
        bcuCode: "CE",
        boroughGss: "E09000012",
        uploadedBy: stranger,
        releasedBy: await aLiaison(trx, { bcuCode: "CE" }),
        releasedAt: new Date(),
      });
      await aRendition(trx, elsewhere);
    });

    await expect(rows(seated.accountId)).resolves.toEqual({ renditions: 1, keys: 1 });
  });

  test.each([
    ["before the window", () => windowFrom("1 microsecond", "1 hour")],
    ["from the end of the window on", () => windowFrom("-1 hour", "0")],
    ["once the clip was pulled", () => ofClip({ pulled_at: sql`now()` })],
    ["without leave to view footage", () => ofMember({ may_view_footage: false })],
    ["when the clearance has run out", () => ofMember({ cleared_until: day(-1) })],
  ])("shows a seated member nothing %s", async (_when, change) => {
    await expect(rows(seated.accountId, change())).resolves.toEqual(NOTHING);
  });

  test("shows nothing to a member without a seat, to one of another panel, or to a disabled account", async () => {
    await expect(rows(unseated.accountId)).resolves.toEqual(NOTHING);
    await expect(rows(otherPanel.chair.accountId)).resolves.toEqual(NOTHING);
    await expect(
      rows(seated.accountId, (trx) =>
        trx
          .updateTable("account")
          .set({ disabled_at: new Date() })
          .where("id", "=", seated.accountId)
          .execute(),
      ),
    ).resolves.toEqual(NOTHING);
  });

  test("shows an officer the renditions and keys of their own command unit only", async () => {
    const keyFor = (who: Person) =>
      asking({ role: "app_liaison", accountId: who.accountId }, (trx) => findRenditionKey(trx, renditionId));

    await expect(keyFor(officer)).resolves.toMatchObject({ masterKeyId: "m1" });
    await expect(keyFor(stranger)).resolves.toBeNull();
  });
});

describe.each([
  ["behind row-level security", "app_liaison" as const],
  ["with row-level security out of the way", null],
])("an officer asks for a preview, %s", (where, role) => {
  const preview = (bcuCode: string, who: Person, change?: (trx: Trx) => Promise<unknown>) =>
    asking({ role, accountId: who.accountId }, (trx) => findPreviewable(trx, bcuCode, clipId), change);

  test(`of a clip of their own command unit, released or not (${where})`, async () => {
    await expect(preview("NE", officer)).resolves.toMatchObject({ rendition: { renditionId } });
    await expect(
      preview("NE", officer, ofClip({ released_at: null, released_by: null })),
    ).resolves.toMatchObject({ rendition: { renditionId } });
  });

  test(`of a clip of another command unit in vain (${where})`, async () => {
    await expect(preview("CE", stranger)).resolves.toBeNull();
  });

  test.each([
    ["failed", { media_state: "failed", failure: "not-a-video" }],
    ["preparing", { media_state: "preparing" }],
  ])(`of a clip that is %s in vain (${where})`, async (_state, changes) => {
    await expect(preview("NE", officer, ofClip(changes))).resolves.toBeNull();
  });
});
