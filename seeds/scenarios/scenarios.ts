import { plantDemo } from "~/seeds/scenarios/demo";
import { plantE2e } from "~/seeds/scenarios/e2e";
import { moveSessionTo } from "~/seeds/scenarios/move-session";
import type { Scenario } from "~/seeds/scenarios/scenario";

/** Everything `npm run seed` can plant, beside the reference data. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  demo: plantDemo,
  e2e: plantE2e,
  "move-session": moveSessionTo,
};
