import { afterAll, beforeAll, expect, test } from "vitest";
import { getPanelHome } from "~/app/services/panels/get-panel-home.server";
import { listOwnPanels } from "~/app/services/panels/list-own-panels.server";
import { getSession } from "~/app/services/sessions/get-session.server";
import { memberContext } from "~/app/services/testing/member-context";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { NotFound } from "~/domain/errors";
import type { SessionId } from "~/domain/ids";
import { aMembership, aPanel, type Member, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";

let database: TestDatabase;
let panel: Panel;
let bcuPanel: Panel;
let member: Member;
let coming: SessionId;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.withOwner(async (trx) => {
    panel = await aPanel(trx, { name: "Newham group", bcuCode: "NE", boroughGss: "E09000025" });
    bcuPanel = await aPanel(trx, { name: "North East panel", bcuCode: "NE", boroughGss: null });
    member = panel.members[1] ?? panel.chair;
    coming = await aSession(trx, { panel, startingInMinutes: 60, seated: [panel.chair] });
    await aSession(trx, { panel, startingInMinutes: -600 });
  });
});
afterAll(() => database.close());

test("a member finds their panel with its area and its sessions", async () => {
  const home = await getPanelHome(memberContext(database, panel, member), panel.panelId);

  expect(home).toMatchObject({
    panel: { name: "Newham group", areaName: "Newham" },
    isChair: false,
    mayViewFootage: true,
    coming: [{ sessionId: coming, seatsTaken: 1, mySeat: null }],
    past: [{ phase: "after" }],
  });
});

test("the panel of a whole command unit is named after it", async () => {
  const home = await getPanelHome(memberContext(database, bcuPanel, bcuPanel.chair), bcuPanel.panelId);

  expect(home).toMatchObject({ panel: { areaName: "North East" }, isChair: true, coming: [], past: [] });
});

test("the rights shown are those in the database", async () => {
  const ended = await database.withOwner(async (trx) => {
    const other = await aPanel(trx);
    const late = other.members[1] ?? other.chair;
    await trx
      .updateTable("panel_member")
      .set({ cleared_until: "2025-01-01" })
      .where("id", "=", late.memberId)
      .execute();
    return { other, late };
  });

  const home = await getPanelHome(
    memberContext(database, ended.other, ended.late, { isChair: true }),
    ended.other.panelId,
  );

  expect(home).toMatchObject({ isChair: false, mayViewFootage: false });
});

test("a membership that has ended opens nothing, even while the actor still carries it", async () => {
  const former = await database.withOwner(async (trx) => {
    const other = await aPanel(trx);
    const leaver = other.members[1] ?? other.chair;
    await trx
      .updateTable("panel_member")
      .set({ to_on: "2026-01-01" })
      .where("id", "=", leaver.memberId)
      .execute();
    return memberContext(database, other, leaver);
  });
  const panelId = former.actor.memberships[0]?.panelId ?? panel.panelId;

  await expect(getPanelHome(former, panelId)).rejects.toThrow(NotFound);
});

test("the chair sees who has a seat, a member does not", async () => {
  const seen = (who: Member) =>
    getSession(memberContext(database, panel, who), { panelId: panel.panelId, sessionId: coming });

  expect((await seen(panel.chair)).seated).toMatchObject([{ displayName: panel.chair.displayName }]);
  expect((await seen(member)).seated).toBeNull();
});

test("somebody in two panels chooses between exactly these, each with what is open and what comes next", async () => {
  await database.withOwner(async (trx) => {
    await aMembership(trx, bcuPanel.panelId, member.accountId);
    await aSession(trx, { panel: bcuPanel });
  });
  const ctx = memberContext(database, panel, member);
  const both = {
    ...ctx.actor.memberships[0],
    panelId: bcuPanel.panelId,
  } as (typeof ctx.actor.memberships)[0];

  const choices = await listOwnPanels({
    ...ctx,
    actor: { ...ctx.actor, memberships: [...ctx.actor.memberships, both] },
  });

  expect(
    choices.map(({ isOpenNow, name, nextStartsAt }) => [name, isOpenNow, nextStartsAt !== null]),
  ).toEqual([
    ["Newham group", false, true],
    ["North East panel", true, false],
  ]);
});
