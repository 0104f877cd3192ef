import { plantDemo } from "~/seeds/scenarios/demo";
import type { Scenario } from "~/seeds/scenarios/scenario";

/** Everything `npm run seed` can plant, beside the reference data. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = { demo: plantDemo };
