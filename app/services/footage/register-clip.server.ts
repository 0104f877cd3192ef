import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { recordAudit } from "~/db/queries/audit";
import { insertClip } from "~/db/queries/clips";
import { insertEncounter } from "~/db/queries/encounters";
import { findToday, listEncounterChoices } from "~/db/queries/reference";
import type { Trx } from "~/db/with-actor";
import { requirePermission } from "~/domain/accounts/permissions";
import { clipReference } from "~/domain/footage/clip-reference";
import {
  decideRegistration,
  type EncounterDescription,
  type RegistrationRefusal,
} from "~/domain/footage/registration";
import type { AccountId, ClipId, EncounterId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";

const MOST_TRIES = 8;

/** Registers an encounter of the officer's own command unit and the clip that will show it, which waits for its file. */
export async function registerClip(
  ctx: ServiceContext,
  request: EncounterDescription,
): Promise<Result<ClipId, RegistrationRefusal>> {
  requirePermission(ctx.actor, "clip:register");
  const { accountId, bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const choices = await listEncounterChoices(trx);
    const decision = decideRegistration(request, { ...choices, bcuCode, today: await findToday(trx) });
    if (!decision.ok) return decision;
    const encounterId = await insertEncounter(trx, bcuCode, decision.value);
    const clipId = await insertUnderFreeReference(ctx, trx, { encounterId, bcuCode, uploadedBy: accountId });
    await recordAudit(trx, "CLIP_REGISTERED", {
      objectType: "clip",
      objectId: clipId,
      detail: { encounterId },
    });
    return granted(clipId);
  });
}

async function insertUnderFreeReference(
  ctx: ServiceContext,
  trx: Trx,
  {
    bcuCode,
    ...clip
  }: { readonly encounterId: EncounterId; readonly bcuCode: string; readonly uploadedBy: AccountId },
): Promise<ClipId> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const clipId = ctx.newId() as ClipId;
    if (await insertClip(trx, { ...clip, clipId, reference: clipReference(bcuCode, clipId) })) return clipId;
  }
  throw new Error(`No free reference for a clip of ${bcuCode} in ${MOST_TRIES} tries`);
}
