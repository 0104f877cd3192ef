import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "sass";
import { describe, expect, test } from "vitest";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const tokens = new Map(
  [...readFileSync(here("_tokens.scss"), "utf8").matchAll(/^\$([\w-]+): #([0-9a-f]{6});/gm)].map((found) => [
    found[1],
    found[2],
  ]),
);

function luminance(name: string): number {
  const hex = tokens.get(name);
  if (hex === undefined) throw new Error(`_tokens.scss has no colour ${name}`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The definition of contrast ratio in WCAG 2.2.
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("the palette", () => {
  test.each([
    ...["ink", "ink-soft", "teal", "teal-deep", "visited", "red", "red-deep", "green", "green-deep"].flatMap(
      (text) => [
        [text, "white"],
        [text, "paper"],
      ],
    ),
    ["white", "teal"],
    ["white", "teal-deep"],
    ["teal-tint", "teal-deep"],
    ["white", "red"],
    ["white", "green"],
    ["ink", "focus"],
    ["ink", "rule"],
    ["teal-deep", "teal-tint"],
    ["green-deep", "green-tint"],
    ["red-deep", "red-tint"],
    ["amber-deep", "amber-tint"],
    ["violet-deep", "violet-tint"],
  ])("%s can be read on %s", (text = "", ground = "") => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["field", "white"],
    ["field", "paper"],
    ["teal", "rule"],
    ["focus", "teal-deep"],
  ])("%s can be made out against %s", (edge = "", ground = "") => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe("the stylesheet", () => {
  const css = compile(here("sightline.scss"), { loadPaths: ["node_modules"], quietDeps: true }).css;

  test("wears our face and colour, not those of another service", () => {
    expect(css).not.toContain("GDS Transport");
    expect(css).toContain(`--govuk-brand-colour: #${tokens.get("teal")}`);
  });
});
