import { describe, expect, test } from "vitest";
import {
  decideRegistration,
  type EncounterDescription,
  type RegistrationFacts,
  type RegistrationRefusal,
} from "~/domain/footage/registration";

const facts: RegistrationFacts = {
  today: "2026-11-20",
  bcuCode: "NE",
  encounterTypes: [{ id: "enc.search_person" }],
  boroughs: [
    { id: "E09000025", bcuCode: "NE" },
    { id: "E09000012", bcuCode: "CE" },
  ],
  powers: [{ id: "pow.pace_1" }],
  objects: [{ id: "obj.drugs" }],
  outcomes: [{ id: "out.nfa" }],
  ethnicities: [{ id: "eth.other" }],
  ageBands: [{ id: "age.stop_18_24" }],
  genders: [{ id: "gen.male" }],
  selectionMethods: [{ id: "sel.random_share" }],
};
const encounter: EncounterDescription = {
  encounterType: "enc.search_person",
  occurredOn: "2026-11-12",
  boroughGss: "E09000025",
  powerId: "pow.pace_1",
  objectId: null,
  outcomeId: "out.nfa",
  ethnicityId: null,
  ageBandId: "age.stop_18_24",
  genderId: null,
  selectionMethod: "sel.random_share",
};

describe("an encounter is registered", () => {
  test.each<[string, Partial<EncounterDescription>]>([
    ["when every choice is one that is offered", {}],
    ["on the day it happened", { occurredOn: "2026-11-20" }],
    ["ten years later to the day", { occurredOn: "2016-11-20" }],
    [
      "when nothing but type, day, borough and selection was recorded",
      { powerId: null, outcomeId: null, ageBandId: null },
    ],
  ])("%s", (_, changes) => {
    const told = { ...encounter, ...changes };

    expect(decideRegistration(told, facts)).toEqual({ ok: true, value: told });
  });
});

describe("an encounter is refused", () => {
  test.each<[RegistrationRefusal, string, Partial<EncounterDescription>]>([
    ["in-the-future", "when it is tomorrow", { occurredOn: "2026-11-21" }],
    ["long-past", "when the year was mistyped", { occurredOn: "2016-11-19" }],
    ["borough-elsewhere", "of another command unit", { boroughGss: "E09000012" }],
    ["borough-elsewhere", "of a borough nobody knows", { boroughGss: "E09000001" }],
    ["choice-not-offered", "of a type that panels see no video of", { encounterType: "enc.mtip" }],
    ["choice-not-offered", "under a power not in the list", { powerId: "pow.nowhere" }],
    ["choice-not-offered", "for an object not in the list", { objectId: "obj.nothing" }],
    ["choice-not-offered", "with an outcome no longer used", { outcomeId: "out.legacy_nfa" }],
    ["choice-not-offered", "with an ethnicity not in the list", { ethnicityId: "eth.arab" }],
    ["choice-not-offered", "with an age band of another scheme", { ageBandId: "age.force_18_34" }],
    ["choice-not-offered", "with a gender not in the list", { genderId: "gen.unknown" }],
    ["choice-not-offered", "selected in a way not in the list", { selectionMethod: "sel.chance" }],
  ])("(%s) %s", (refusal, _, changes) => {
    expect(decideRegistration({ ...encounter, ...changes }, facts)).toEqual({ ok: false, refusal });
  });
});
