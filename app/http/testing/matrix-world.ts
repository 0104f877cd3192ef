import { randomUUID } from "node:crypto";
import { openLuciaStore } from "~/app/auth/lucia.server";
import type { KeyRing } from "~/app/services/key-ring.server";
import { plantRendition } from "~/db/planting/footage";
import { ESCALATION_REPORT, insertRelease } from "~/db/queries/reports";
import type { TestDatabase } from "~/db/testing/test-database";
import type { Trx } from "~/db/with-actor";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AccountId, ClipId, PanelId, SessionId, UploadId } from "~/domain/ids";
import { SDC_1 } from "~/domain/reports/disclosure-rule";
import { buildEscalationReports } from "~/domain/reports/escalation-report";
import { protectEscalationReport } from "~/domain/reports/protect-escalation-report";
import { aReleasedClip } from "~/seeds/factories/clips";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison, aMembership, aPanel, aPerson, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";
import type { ObjectStore } from "~/storage/object-store";

export const IDENTITIES = [
  "anonymous",
  "disabled",
  "withdrawn",
  "without-footage",
  "unseated",
  "member",
  "chair",
  "liaison",
  "liaison-elsewhere",
  "analyst",
  "auditor",
  "administrator",
] as const;
export const PLACES = ["own", "other", "missing"] as const;
export const TIMES = ["before", "in", "after"] as const;

export type Identity = (typeof IDENTITIES)[number];
export type Place = (typeof PLACES)[number];
export type Time = (typeof TIMES)[number];

/** Things of one panel: its area's clip lies on the agenda of three sessions. */
interface Scene {
  readonly panelId: PanelId;
  readonly clipId: ClipId;
  readonly uploadId: UploadId;
  readonly sessions: Readonly<Record<Time, SessionId>>;
}

/** Two panels alike, everybody who could ask, and the cookies they would ask with. */
export interface MatrixWorld {
  readonly scenes: Readonly<Record<Place, Scene>>;
  readonly cookies: Readonly<Record<Identity, string | null>>;
}

/** Stands in every place name of the panel that nobody here belongs to. */
export const CANARY = "canary-of-the-other-panel";

/** The quarter of the one report there is. */
export const RELEASED_QUARTER = "2020-Q1";

const HOUR = 60;

/** Plants both panels with sessions before, in and after their window, and signs everybody in. */
export async function plantMatrixWorld(
  database: TestDatabase,
  means: { readonly store: ObjectStore; readonly keyRing: KeyRing },
): Promise<MatrixWorld> {
  const planted = await database.withOwner(async (trx) => {
    const own = await aPanel(trx, { name: "Newham group", bcuCode: "NE", boroughGss: "E09000025", size: 2 });
    const other = await aPanel(trx, { name: CANARY, bcuCode: "CE", boroughGss: "E09000012", size: 2 });
    const people: Record<Exclude<Identity, "anonymous">, AccountId> = {
      chair: own.chair.accountId,
      member: (own.members[1] ?? own.chair).accountId,
      unseated: await joining(trx, own, true),
      "without-footage": await joining(trx, own, false),
      withdrawn: (await aPerson(trx)).accountId,
      disabled: (await aPerson(trx)).accountId,
      liaison: (await aLiaison(trx, { bcuCode: "NE" })).accountId,
      "liaison-elsewhere": (await aLiaison(trx, { bcuCode: "SW" })).accountId,
      analyst: (await aPerson(trx, { kind: "mopac_analyst" })).accountId,
      auditor: (await aPerson(trx, { kind: "auditor" })).accountId,
      administrator: (await aPerson(trx, { kind: "administrator" })).accountId,
    };
    await trx
      .insertInto("panel_member")
      .values({
        panel_id: own.panelId,
        account_id: people.withdrawn,
        from_on: "2024-01-01",
        to_on: "2025-01-01",
        may_view_footage: true,
      })
      .execute();
    const scenes = {
      own: await plantScene(trx, { ...means, panel: own, place: "Room 1", uploader: people.liaison }),
      other: await plantScene(trx, {
        ...means,
        panel: other,
        place: CANARY,
        uploader: (await aLiaison(trx, { bcuCode: "CE" })).accountId,
      }),
      missing: missingScene(),
    };
    await plantEmptyReport(trx);
    return { people, scenes };
  });
  const cookies: Record<string, string | null> = { anonymous: null };
  for (const [identity, accountId] of Object.entries(planted.people)) {
    const id = await database.withActor(PUBLIC_ACTOR, (trx) =>
      openLuciaStore(trx).create(accountId, { ipPrefix: "", deviceClass: "" }),
    );
    cookies[identity] = `sid=${id}`;
  }
  await database.withOwner((trx) =>
    trx
      .updateTable("account")
      .set({ disabled_at: new Date() })
      .where("id", "=", planted.people.disabled)
      .execute(),
  );
  return { scenes: planted.scenes, cookies: cookies as MatrixWorld["cookies"] };
}

async function joining(trx: Trx, panel: Panel, mayViewFootage: boolean): Promise<AccountId> {
  const { accountId } = await aPerson(trx);
  await aMembership(trx, panel.panelId, accountId, false, mayViewFootage);
  return accountId;
}

interface ScenePlan {
  readonly panel: Panel;
  readonly place: string;
  /** Whose upload of the clip is under way. */
  readonly uploader: AccountId;
  readonly store: ObjectStore;
  readonly keyRing: KeyRing;
}

async function plantScene(trx: Trx, { keyRing, panel, place, store, uploader }: ScenePlan): Promise<Scene> {
  const officers = { uploadedBy: await aLiaison(trx, panel), releasedBy: await aLiaison(trx, panel) };
  const clipId = await aReleasedClip(trx, {
    ...officers,
    dice: createDice(panel.bcuCode.charCodeAt(0)),
    bcuCode: panel.bcuCode,
    boroughGss: panel.boroughGss ?? "",
    releasedAt: new Date(),
  });
  const renditionId = randomUUID();
  const objectPrefix = `hls/${clipId}/1/`;
  await plantRendition(trx, {
    clipId,
    renditionId,
    objectPrefix,
    durationMs: 6_000,
    segmentCount: 1,
    key: keyRing.createKey(renditionId).wrapped,
  });
  for (const name of ["playlist.m3u8", "segment-00000.ts", "poster.jpg"]) {
    await store.put(`${objectPrefix}${name}`, Buffer.from(place), {
      contentType: "application/octet-stream",
    });
  }
  const session = (startingInMinutes: number) =>
    aSession(trx, {
      panel,
      place,
      startingInMinutes,
      lastingMinutes: 2 * HOUR,
      clips: [clipId],
      seated: panel.members,
    });
  return {
    panelId: panel.panelId,
    clipId,
    uploadId: await plantUpload(trx, clipId, uploader),
    sessions: {
      before: await session(24 * HOUR),
      in: await session(-HOUR),
      after: await session(-24 * HOUR),
    },
  };
}

async function plantUpload(trx: Trx, clipId: ClipId, owner: AccountId): Promise<UploadId> {
  const { id } = await trx
    .insertInto("upload")
    .values({ clip_id: clipId, owner_id: owner, declared_bytes: 1_000 })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id as UploadId;
}

async function plantEmptyReport(trx: Trx): Promise<void> {
  const [report] = buildEscalationReports([], {
    encounterTypes: ["enc.taser"],
    bcus: ["NE"],
    quarters: [RELEASED_QUARTER],
  });
  const published = report && protectEscalationReport(report, SDC_1);
  if (!published?.ok) throw new Error("an empty report can be protected");
  await insertRelease(trx, {
    kind: ESCALATION_REPORT,
    quarter: RELEASED_QUARTER,
    stratum: "random",
    ruleVersion: SDC_1.version,
    instrumentVersion: "edoi-1.0.0",
    content: published.value,
  });
}

function missingScene(): Scene {
  const sessionId = randomUUID() as SessionId;
  return {
    panelId: randomUUID() as PanelId,
    clipId: randomUUID() as ClipId,
    uploadId: randomUUID() as UploadId,
    sessions: { before: sessionId, in: sessionId, after: sessionId },
  };
}
