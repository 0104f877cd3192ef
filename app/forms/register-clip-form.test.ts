import { describe, expect, test } from "vitest";
import { readForm } from "~/app/forms/form-input";
import { RegisterClipForm } from "~/app/forms/register-clip-form";

const typed = {
  encounterType: "enc.search_person",
  occurredOn: "2026-11-12",
  boroughGss: "E09000025",
  powerId: "pow.pace_1",
  objectId: "",
  outcomeId: "out.nfa",
  ethnicityId: "eth.black_other",
  ageBandId: "",
  selectionMethod: "sel.random_share",
};
const read = (changes: Record<string, unknown> = {}) => readForm(RegisterClipForm, { ...typed, ...changes });

test("what an officer chose is read, and what was not recorded is null", () => {
  expect(read()).toMatchObject({
    ok: true,
    value: { ...typed, objectId: null, ageBandId: null, genderId: null },
  });
});

describe("a clip's form is handed back", () => {
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["without a type", { encounterType: "" }, { encounterType: "Choose the type of encounter" }],
    ["without a date", { occurredOn: undefined }, { occurredOn: "Enter the date of the encounter" }],
    ["with a day that no month has", { occurredOn: "2026-02-30" }, { occurredOn: "Enter a real date" }],
    ["with a date in words", { occurredOn: "12 November" }, { occurredOn: "Enter a real date" }],
    ["without a borough", { boroughGss: undefined }, { boroughGss: "Choose the borough" }],
    [
      "with a name for a borough",
      { boroughGss: "Newham" },
      { boroughGss: "Choose one of the answers offered" },
    ],
    [
      "without a word on the selection",
      { selectionMethod: undefined },
      { selectionMethod: "Choose how the encounter was selected" },
    ],
    [
      "with something else than a choice",
      { ethnicityId: "<b>White</b>" },
      { ethnicityId: "Choose one of the answers offered" },
    ],
    ["with two answers to one question", { genderId: ["gen.male", "gen.female"] }, { genderId: "" }],
  ])("%s", (_, changes, messages) => {
    const input = read(changes);

    expect(input.ok ? {} : Object.keys(input.fieldErrors)).toEqual(Object.keys(messages));
    for (const [field, message] of Object.entries(messages)) {
      expect(input.ok ? "" : input.fieldErrors[field]?.[0]).toContain(message);
    }
  });

  test("with every fault at once, and what was chosen", () => {
    const input = read({ encounterType: "", occurredOn: "" });

    expect(input).toMatchObject({ ok: false, values: { boroughGss: "E09000025" } });
    expect(input.ok ? [] : Object.keys(input.fieldErrors)).toEqual(["encounterType", "occurredOn"]);
  });

  test("with a field nobody asked for, such as another command unit", () => {
    expect(read({ bcuCode: "CE" }).ok).toBe(false);
  });
});
