import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifyingText } from "./identifying-text";

describe("text is warned about", () => {
  test.each([
    ["e-mail", "write to sam.example@mail.example.org soon", "sam.example@mail.example.org"],
    ["shoulder-number", "then PC 1234 arrived", "PC 1234"],
    ["shoulder-number", "Sgt 99AS took over", "Sgt 99AS"],
    ["shoulder-number", "his shoulder number is 482", "shoulder number is 482"],
    ["shoulder-number", "it read 1234 AS", "1234 AS"],
    ["name", "PC Example was calm", "PC Example"],
    ["name", "he said Mr O'Example lives there", "Mr O'Example"],
    ["name", "a boy called Sam Example ran", "called Sam Example"],
    ["registration", "a blue car AB12 CDE", "AB12 CDE"],
    ["registration", "a blue car ab12cde", "ab12cde"],
    ["registration", "an old car A123 BCD", "A123 BCD"],
    ["postcode", "near SW1A 1AA", "SW1A 1AA"],
    ["postcode", "near e1 6an", "e1 6an"],
    ["phone", "call 07700 900123", "07700 900123"],
    ["phone", "call 020 7946 0123", "020 7946 0123"],
    ["phone", "call +44 (0)7700 900123", "+44 (0)7700 900123"],
    ["long-number", "reference 123456", "123456"],
    ["long-number", "reference 12-34-56", "12-34-56"],
  ])("for a %s in “%s”", (kind, text, fragment) => {
    expect(findIdentifyingText(text)).toEqual([{ kind, fragment }]);
  });

  test("for every fragment, in the order written and each once", () => {
    expect(findIdentifyingText("PC 1234 rang 07700 900123 from N1 9GU")).toEqual([
      { kind: "shoulder-number", fragment: "PC 1234" },
      { kind: "phone", fragment: "07700 900123" },
      { kind: "postcode", fragment: "N1 9GU" },
    ]);
  });
});

describe("text is left alone", () => {
  test.each([
    "",
    "The officer explained each step and gave 2 reasons.",
    "At 01:23 the voice rose, at 12:30 it fell.",
    "He waited 120 seconds; the officer said Please wait.",
    "It happened in 2026, under section 60.",
    "O2 stood back while P1 spoke.",
  ])("when it is “%s”", (text) => {
    expect(findIdentifyingText(text)).toEqual([]);
  });
});

test("every fragment warned about is part of the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."PC Mr AB12 09+@.-e'"), maxLength: 60 }), (text) => {
      for (const { fragment } of findIdentifyingText(text)) expect(text).toContain(fragment);
    }),
  );
});
