import { describe, expect, test } from "vitest";
import { questionsReadBy } from "./condition";
import { edoi100 } from "./edoi-1-0-0";
import { instrumentSchema } from "./instrument";

const { questions, eventCodes, palette } = edoi100;
const shownAs = (shown: string) => questions.filter((question) => question.shown === shown);
const rowsOf = (list: readonly { row: string }[]) => new Set(list.map(({ row }) => row)).size;

describe("edoi-1.0.0", () => {
  test("is a well-formed instrument file", () => {
    expect(instrumentSchema.safeParse(edoi100).error).toBeUndefined();
  });

  test.each([
    ["core", 42, 44],
    ["extended", 13, 13],
    ["routed", 17, 23],
  ])("has the check totals of its %s questions: %i rows, %i ids", (shown, rows, ids) => {
    expect([rowsOf(shownAs(shown)), shownAs(shown).length]).toEqual([rows, ids]);
  });

  test("has 72 rows and 80 question ids in all", () => {
    expect([rowsOf(questions), questions.length]).toEqual([72, 80]);
  });

  test.each([
    ["responseSets", 7],
    ["palette", 11],
    ["eventCodes", 96],
    ["actors", 4],
    ["triggers", 22],
    ["effects", 6],
    ["intensities", 3],
    ["grades", 6],
    ["flags", 11],
    ["modes", 3],
  ] as const)("has the check total of its %s: %i", (part, total) => {
    expect(edoi100[part]).toHaveLength(total);
  });

  test.each([
    ["l1.mile", 11],
    ["l1.off_raise", 16],
    ["l1.off_calm", 17],
    ["l1.off_force", 13],
    ["l1.per_raise", 10],
    ["l1.per_calm", 5],
    ["l1.per_voice", 8],
    ["l1.thd_raise", 3],
    ["l1.thd_calm", 3],
    ["l1.thd_neut", 3],
    ["l1.ctx", 7],
  ])("refines %s by %i codes of its own family", (id, total) => {
    const family = palette.find((button) => button.id === id)?.family;

    const codes = eventCodes.filter(({ button }) => button === id);

    expect(codes).toHaveLength(total);
    expect(codes.every((code) => code.id.startsWith(`${family}.`))).toBe(true);
  });

  test("has five core rows and one routed row about the footage", () => {
    const footage = questions.filter(({ section }) => section === "A").map(({ shown }) => shown);
    expect(footage.sort()).toEqual([...Array(5).fill("core"), "routed"]);
  });

  test("has five third-party kinds", () => {
    expect(edoi100.actors.find(({ id }) => id === "act.thd")?.kinds).toHaveLength(5);
  });

  test("never uses an id twice", () => {
    const ids = [
      ...questions.map(({ id }) => id),
      ...eventCodes.map(({ id }) => id),
      ...palette.map(({ id }) => id),
      ...edoi100.grades.map(({ id }) => id),
      ...edoi100.flags.map(({ id }) => id),
      ...edoi100.triggers,
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("asks its questions in the order of its sections", () => {
    const order = edoi100.sections.map(({ id }) => id);
    const places = questions.map(({ section }) => order.indexOf(section));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("routes by earlier questions only, and only by options they have", () => {
    questions.forEach((question, place) => {
      const conditions = [
        question.shownWhen,
        question.everyModeWhen,
        question.storedWhenHidden?.when,
        question.defaultsTo?.when,
        typeof question.optional === "object" ? question.optional : undefined,
        ...question.options.flatMap(({ offeredWhen, forcedWhen }) => [offeredWhen, forcedWhen]),
      ].filter((condition) => condition !== undefined);
      for (const id of conditions.flatMap(questionsReadBy))
        expect(questions.findIndex((earlier) => earlier.id === id)).toSatisfy((at) => at >= 0 && at < place);
      for (const condition of conditions)
        if ("question" in condition) {
          const read = questions.find(({ id }) => id === condition.question);
          expect(read?.options.map(({ value }) => value)).toEqual(
            expect.arrayContaining([...condition.includes]),
          );
        }
    });
  });

  test("lets none, none seen and cannot tell stand alone wherever several may be chosen", () => {
    const alone = ["none", "none_seen", "cant_tell"];
    for (const { options } of questions.filter(({ type }) => type === "any"))
      for (const option of options) expect(option.exclusive ?? false).toBe(alone.includes(option.value));
  });

  test("gives every choice at least two options with words of their own", () => {
    for (const { options } of questions.filter(
      ({ type, picksFromCodes }) => type === "one" && !picksFromCodes,
    )) {
      expect(options.length).toBeGreaterThan(1);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
      for (const { label, value } of options) expect(label).not.toBe(value);
    }
  });

  test("scores the temperature from calm to physical and never a missing code", () => {
    const temperature = edoi100.responseSets.find(({ id }) => id === "rs.temp5");
    expect(temperature?.options.map(({ value, score }) => [value, score])).toEqual([
      ["calm", 0],
      ["uneasy", 1],
      ["tense", 2],
      ["heated", 3],
      ["physical", 4],
      ["cant_tell", undefined],
    ]);
  });

  test("gives each palette button a key of its own", () => {
    expect(palette.map(({ key }) => key).join("")).toBe("1234567890-");
  });
});
