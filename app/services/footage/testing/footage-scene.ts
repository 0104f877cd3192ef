import { randomUUID } from "node:crypto";
import type { ServiceContext } from "~/app/services/context.server";
import { findToday } from "~/db/queries/reference";
import type { WithActor } from "~/db/with-actor";
import type { WithOwner } from "~/db/with-owner";
import type { Actor } from "~/domain/accounts/actor";
import type { EncounterDescription } from "~/domain/footage/registration";
import type { AccountId, ClipId, RenditionId, UploadId } from "~/domain/ids";
import type { ObjectStore } from "~/storage/object-store";

/** As much of a test database as a scene needs. */
export interface SceneDatabase {
  readonly withActor: WithActor;
  readonly withOwner: WithOwner;
}

/** Arranges officers and clips for tests, and looks past every wall at what became of them. */
export function createFootageScene({ withActor, withOwner }: SceneDatabase, store: ObjectStore) {
  return {
    contextOf: (actor: Actor): ServiceContext => ({
      actor,
      withActor,
      store,
      keyRing: {
        createKey: () => {
          throw new Error("no key is made here");
        },
        openKey: () => {
          throw new Error("no key is opened here");
        },
      },
      now: () => new Date("2026-11-20T10:00:00Z"),
      newId: () => randomUUID(),
    }),

    /** A liaison officer of a command unit; named after their short code. */
    async officer(bcuCode: string): Promise<Actor & { readonly accountId: AccountId }> {
      const code = randomUUID();
      const row = await withOwner((trx) =>
        trx
          .insertInto("account")
          .values({
            email: `${code}@example.com`,
            display_name: `Officer ${code}`,
            short_code: code,
            kind: "liaison",
            bcu_code: bcuCode,
            passphrase_hash: "-",
          })
          .returning("id")
          .executeTakeFirstOrThrow(),
      );
      return { accountId: row.id as AccountId, audience: "liaison", bcuCode, memberships: [] };
    },

    /** An encounter in Newham, eight days before today. */
    async encounter(changes: Partial<EncounterDescription> = {}): Promise<EncounterDescription> {
      return { ...NEWHAM, occurredOn: daysBefore(await withOwner(findToday), 8), ...changes };
    },

    /** Makes a clip look as the worker leaves it when it is ready to be checked; answers what can be watched. */
    async prepare(clipId: ClipId): Promise<RenditionId> {
      const renditionId = randomUUID();
      await withOwner(async (trx) => {
        await trx
          .insertInto("rendition")
          .values({
            id: renditionId,
            clip_id: clipId,
            generation: 1,
            width: 1280,
            height: 720,
            duration_ms: 20_000,
            segment_count: 4,
            has_audio: true,
            total_bytes: 5_000_000,
            source_sha256: Buffer.alloc(32),
            object_prefix: `hls/${clipId}/${renditionId}/`,
          })
          .execute();
        await trx
          .insertInto("rendition_key")
          .values({ rendition_id: renditionId, master_key_id: "test", wrapped: Buffer.alloc(44) })
          .execute();
        await trx.updateTable("upload").set({ state: "discarded" }).where("clip_id", "=", clipId).execute();
        await trx
          .updateTable("clip")
          .set({ media_state: "prepared", state: "qa" })
          .where("id", "=", clipId)
          .execute();
      });
      return renditionId as RenditionId;
    },

    clip: (clipId: ClipId) =>
      withOwner((trx) =>
        trx.selectFrom("clip").selectAll().where("id", "=", clipId).executeTakeFirstOrThrow(),
      ),

    upload: (uploadId: UploadId) =>
      withOwner((trx) =>
        trx.selectFrom("upload").selectAll().where("id", "=", uploadId).executeTakeFirstOrThrow(),
      ),

    /** The events written about a thing, in order, with their outcomes. */
    auditOf: async (objectId: string) => {
      const rows = await withOwner((trx) =>
        trx
          .selectFrom("audit_event")
          .select(["event", "outcome"])
          .where("object_id", "=", objectId)
          .orderBy("seq")
          .execute(),
      );
      return rows.map(({ event, outcome }) => `${event} ${outcome}`);
    },
  };
}

export type FootageScene = ReturnType<typeof createFootageScene>;

const NEWHAM: Omit<EncounterDescription, "occurredOn"> = {
  encounterType: "enc.search_person",
  boroughGss: "E09000025",
  powerId: "pow.pace_1",
  objectId: "obj.drugs",
  outcomeId: "out.nfa",
  ethnicityId: null,
  ageBandId: "age.stop_18_24",
  genderId: null,
  selectionMethod: "sel.random_share",
};

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
