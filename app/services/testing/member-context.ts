import type { ServiceContext } from "~/app/services/context.server";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import type { TestDatabase } from "~/db/testing/test-database";
import type { Membership } from "~/domain/accounts/actor";
import type { Member, Panel } from "~/seeds/factories/people";
import { MemoryStore } from "~/storage/memory-store";

/** What a use-case gets when a member of a panel acts, as the guard would have made it. */
export function memberContext(
  database: TestDatabase,
  panel: Panel,
  member: Member,
  rights: Partial<Pick<Membership, "isChair" | "mayViewFootage">> = {},
): ServiceContext {
  const membership: Membership = {
    panelId: panel.panelId,
    panelMemberId: member.memberId,
    isChair: member === panel.chair,
    mayViewFootage: true,
    ...rights,
  };
  return {
    actor: {
      accountId: member.accountId,
      audience: "panel",
      bcuCode: null,
      memberships: [membership],
    },
    withActor: database.withActor,
    store: new MemoryStore(),
    keyRing: createLocalKeyRing(new Uint8Array(32), "test"),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  };
}
