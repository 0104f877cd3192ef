import { describe, expect, test } from "vitest";
import { AgendaForm } from "~/app/forms/agenda-form";
import { readForm } from "~/app/forms/form-input";

const CLIP = "5b0f7a5e-36a1-4a3f-9a52-0a8f5d0a7c11";
const OTHER = "7d6c6dd0-55a0-4c5c-9b1f-0f6a5f0a1c11";

describe("an agenda is changed by", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "adding one clip, which arrives as text",
      { intent: "add", clipIds: CLIP },
      { intent: "add", clipIds: [CLIP] },
    ],
    [
      "adding several, each once",
      { intent: "add", clipIds: [CLIP, OTHER, CLIP] },
      { intent: "add", clipIds: [CLIP, OTHER] },
    ],
    ["removing a clip", { intent: "remove", clipId: CLIP }, { intent: "remove", clipId: CLIP }],
    [
      "moving a clip",
      { intent: "move", clipId: CLIP, direction: "up" },
      { intent: "move", clipId: CLIP, direction: "up" },
    ],
  ])("%s", (_change, fields, value) => {
    expect(readForm(AgendaForm, fields)).toMatchObject({ ok: true, value });
  });
});

describe("an agenda stays as it is", () => {
  test("when no clip is chosen to add", () => {
    expect(readForm(AgendaForm, { intent: "add" })).toMatchObject({
      ok: false,
      fieldErrors: { clipIds: ["Choose at least one clip"] },
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ["without an intent", {}],
    ["with an intent of another kind", { intent: "clear" }],
    ["with a clip that is no id", { intent: "add", clipIds: ["1"] }],
    ["with a removal of nothing", { intent: "remove" }],
    ["with a move to the side", { intent: "move", clipId: CLIP, direction: "left" }],
  ])("%s", (_fault, fields) => {
    expect(readForm(AgendaForm, fields).ok).toBe(false);
  });
});
