import { granted, type Result, refused } from "~/domain/result";

/** How an encounter is described when its clip is registered. Days are `yyyy-mm-dd`; null means not recorded. */
export interface EncounterDescription {
  readonly encounterType: string;
  readonly occurredOn: string;
  readonly boroughGss: string;
  readonly powerId: string | null;
  readonly objectId: string | null;
  readonly outcomeId: string | null;
  readonly ethnicityId: string | null;
  readonly ageBandId: string | null;
  readonly genderId: string | null;
  readonly selectionMethod: string;
}

interface Offered {
  readonly id: string;
}

/** What can be chosen today. */
export interface RegistrationFacts {
  readonly today: string;
  readonly bcuCode: string;
  readonly encounterTypes: readonly Offered[];
  readonly boroughs: readonly (Offered & { readonly bcuCode: string })[];
  readonly powers: readonly Offered[];
  readonly objects: readonly Offered[];
  readonly outcomes: readonly Offered[];
  readonly ethnicities: readonly Offered[];
  readonly ageBands: readonly Offered[];
  readonly genders: readonly Offered[];
  readonly selectionMethods: readonly Offered[];
}

export type RegistrationRefusal = "in-the-future" | "long-past" | "borough-elsewhere" | "choice-not-offered";

const LONGEST_AGO_YEARS = 10;

/** Whether an encounter may be registered: of one's own command unit, not in the future, and told in the words offered. */
export function decideRegistration(
  encounter: EncounterDescription,
  facts: RegistrationFacts,
): Result<EncounterDescription, RegistrationRefusal> {
  const { occurredOn } = encounter;
  if (occurredOn > facts.today) return refused("in-the-future");
  if (occurredOn < yearsBefore(facts.today, LONGEST_AGO_YEARS)) return refused("long-past");
  const borough = facts.boroughs.find(({ id }) => id === encounter.boroughGss);
  if (borough?.bcuCode !== facts.bcuCode) return refused("borough-elsewhere");
  const choices: [string | null, readonly Offered[]][] = [
    [encounter.encounterType, facts.encounterTypes],
    [encounter.powerId, facts.powers],
    [encounter.objectId, facts.objects],
    [encounter.outcomeId, facts.outcomes],
    [encounter.ethnicityId, facts.ethnicities],
    [encounter.ageBandId, facts.ageBands],
    [encounter.genderId, facts.genders],
    [encounter.selectionMethod, facts.selectionMethods],
  ];
  const isOffered = choices.every(
    ([chosen, offered]) => chosen === null || offered.some(({ id }) => id === chosen),
  );
  return isOffered ? granted(encounter) : refused("choice-not-offered");
}

function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
