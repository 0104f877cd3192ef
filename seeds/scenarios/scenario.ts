import type { SharedServices } from "~/app/services/context.server";
import type { WithOwner } from "~/db/with-owner";

/** What a scenario works with: the owner's way in for what no use-case makes, and the services for what they do. */
export interface Means {
  readonly withOwner: WithOwner;
  readonly services: SharedServices;
  /** What followed its name on the command line. */
  readonly wishes: readonly string[];
}

/** Plants a scene and answers what to tell whoever started it, line by line. */
export type Scenario = (means: Means) => Promise<readonly string[]>;
