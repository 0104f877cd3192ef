import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, listOf, readForm } from "~/app/forms/form-input";
import { idField } from "~/app/forms/id-field";

const BookForm = z.strictObject({
  place: z.string().min(1, "Enter a place"),
  seats: z.coerce.number().int("Seats must be a whole number"),
});

describe("reading a form", () => {
  test("gives the typed value and keeps what was typed", () => {
    expect(readForm(BookForm, { place: "Town hall", seats: "12" })).toEqual({
      ok: true,
      value: { place: "Town hall", seats: 12 },
      values: { place: "Town hall", seats: "12" },
    });
  });

  test("sorts every fault under its field", () => {
    expect(readForm(BookForm, { place: "", seats: "1.5" })).toEqual({
      ok: false,
      fieldErrors: { place: ["Enter a place"], seats: ["Seats must be a whole number"] },
      formErrors: [],
      values: { place: "", seats: "1.5" },
    });
  });

  test("refuses a field that the form does not have (T25)", () => {
    const input = readForm(BookForm, { place: "Town hall", seats: "12", panelId: "mine" });

    expect(input.ok).toBe(false);
  });

  test("never shows a passphrase again, right or wrong", () => {
    const schema = z.strictObject({ email: z.email(), passphrase: z.string(), newPassword: z.string() });
    const fields = { email: "no address", passphrase: "canary", newPassword: "canary" };

    expect(JSON.stringify(readForm(schema, fields))).not.toContain("canary");
    expect(readForm(schema, { ...fields, email: "ada@example.com" }).values).toEqual({
      email: "ada@example.com",
    });
  });

  test.each([
    ["NUL", "before\0after"],
    ["half a surrogate pair", "before\ud800after"],
  ])("counts %s as a fault of its field, because the database cannot store it", (_what, place) => {
    expect(readForm(BookForm, { place, seats: "1" })).toMatchObject({
      ok: false,
      fieldErrors: { place: [expect.any(String)] },
    });
  });

  test("survives field names that mean something to JavaScript", () => {
    const fields = fieldsOf(new URLSearchParams("__proto__=1&constructor=2&place=x&seats=1"));

    expect(readForm(BookForm, fields).ok).toBe(false);
    expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
  });
});

test("a name that comes twice is a list, one that comes once is text", () => {
  expect(fieldsOf(new URLSearchParams("a=1&b=2&a=3&a="))).toEqual({ a: ["1", "3", ""], b: "2" });
});

test("checkboxes are a list however many are ticked", () => {
  const schema = z.object({ clips: listOf(z.string()) });

  expect(schema.parse({})).toEqual({ clips: [] });
  expect(schema.parse({ clips: "a" })).toEqual({ clips: ["a"] });
  expect(schema.parse({ clips: ["a", "b"] })).toEqual({ clips: ["a", "b"] });
});

test("an id is a lower-case UUID and nothing else", () => {
  const id = "3f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b";

  expect(idField().parse(id)).toBe(id);
  for (const text of [id.toUpperCase(), `${id} `, `{${id}}`, "1", "", `${id}.data`]) {
    expect(idField().safeParse(text).success).toBe(false);
  }
});
