import type { Stratum } from "~/domain/reports/escalation-report";

export const STRATUM_TEXT: Readonly<Record<Stratum, { name: string; meaning: string }>> = {
  random: {
    name: "Random selection",
    meaning: "These clips were drawn at random, so they can speak for the encounters they were drawn from.",
  },
  targeted: {
    name: "Targeted selection",
    meaning:
      "These clips were chosen for a theme, a concern or by request. They teach about cases and say nothing about how common something is.",
  },
};

const MONTHS = ["January to March", "April to June", "July to September", "October to December"];

/** A quarter in words: "July to September 2026". */
export function quarterText(quarter: string): string {
  const months = MONTHS[Number(quarter.slice(-1)) - 1];
  return months ? `${months} ${quarter.slice(0, 4)}` : quarter;
}
