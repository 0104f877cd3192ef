import { expect, test } from "vitest";
import { readForm } from "~/app/forms/form-input";
import { MarkForm } from "~/app/forms/mark-form";

const id = "3f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b";

test("a tap and a typed time make the same mark", () => {
  const tapped = readForm(MarkForm, {
    act: "make",
    id,
    code: "l1.mile",
    atMs: 65_000,
    playbackRate: 1,
    pass: 1,
  });
  const typed = readForm(MarkForm, { act: "make", id, code: "l1.mile", time: "1:05" });

  expect(tapped).toMatchObject({
    ok: true,
    value: { act: "make", id, code: "l1.mile", atMs: 65_000, playbackRate: 1, pass: 1 },
  });
  expect(typed.ok && tapped.ok && typed.value).toEqual(tapped.ok && tapped.value);
});

test("a mark is taken back by its id", () => {
  expect(readForm(MarkForm, { act: "remove", id })).toMatchObject({ ok: true, value: { act: "remove", id } });
});

test("a mark without a time is not made, and what to enter is said", () => {
  expect(readForm(MarkForm, { act: "make", id, code: "l1.mile", time: "soon" })).toMatchObject({
    ok: false,
    fieldErrors: { time: ["Enter the time as minutes and seconds, like 1:05"] },
  });
});

test.each([
  { act: "make", id: "1", code: "l1.mile", atMs: 1 },
  { act: "make", id, code: "l1.mile", atMs: 1.5 },
  { act: "steal", id },
])("%j is no mark", (fields) => {
  expect(readForm(MarkForm, fields).ok).toBe(false);
});
