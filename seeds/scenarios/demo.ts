import { hasAccounts } from "~/db/planting/people";
import { plantCast } from "~/seeds/scenarios/demo-cast";
import { plantHistory } from "~/seeds/scenarios/demo-history";
import type { Scenario } from "~/seeds/scenarios/scenario";

export const plantDemo: Scenario = async ({ withOwner, services }) => {
  await withOwner(async (trx) => {
    if (await hasAccounts(trx)) return;
    const areas = await plantCast(trx);
    await plantHistory(trx, areas, services.now());
  });
  return ["planted"];
};
