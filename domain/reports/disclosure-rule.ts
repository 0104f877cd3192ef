import type { DisclosurePolicy } from "~/domain/statistics/disclosure-control";

/** A disclosure rule with the name under which releases cite it. */
export interface DisclosureRule extends DisclosurePolicy {
  readonly version: string;
}

/** The rule in force: counts from 5, with at least 3 panels behind each, margins withheld in doubt. */
export const SDC_1: DisclosureRule = { version: "sdc-1", threshold: 5, minContributors: 3 };
