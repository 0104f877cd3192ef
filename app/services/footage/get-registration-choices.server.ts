import type { ServiceContext } from "~/app/services/context.server";
import { requireOfficer } from "~/app/services/footage/acting-officer.server";
import { type EncounterChoices, findToday, listEncounterChoices } from "~/db/queries/reference";
import { requirePermission } from "~/domain/accounts/permissions";

/** What an officer can choose when registering a clip: the boroughs are those of their own command unit. */
export interface RegistrationChoices extends Omit<EncounterChoices, "bcus"> {
  readonly bcuName: string;
  /** `yyyy-mm-dd` in London. */
  readonly today: string;
}

/** The choices in force today for the officer who acts. */
export async function getRegistrationChoices(ctx: ServiceContext): Promise<RegistrationChoices> {
  requirePermission(ctx.actor, "clip:register");
  const { bcuCode } = requireOfficer(ctx.actor);
  return ctx.withActor(ctx.actor, async (trx) => {
    const { bcus, boroughs, ...choices } = await listEncounterChoices(trx);
    return {
      ...choices,
      bcuName: bcus.find(({ id }) => id === bcuCode)?.label ?? bcuCode,
      boroughs: boroughs.filter((borough) => borough.bcuCode === bcuCode),
      today: await findToday(trx),
    };
  });
}
