import { expect, test } from "vitest";
import { readForm } from "~/app/forms/form-input";
import { SeatForm } from "~/app/forms/seat-form";

test.each(["accepted", "declined"])("a seat can be %s", (answer) => {
  expect(readForm(SeatForm, { answer, from: "panel" })).toMatchObject({
    ok: true,
    value: { answer, from: "panel" },
  });
});

test("an answer from nowhere leads back to the session", () => {
  expect(readForm(SeatForm, { answer: "accepted", from: "https://elsewhere.test" })).toMatchObject({
    ok: true,
    value: { from: "session" },
  });
});

test.each([{}, { answer: "maybe" }, { answer: ["accepted", "declined"] }])(
  "no seat is decided by %j",
  (fields) => {
    expect(readForm(SeatForm, fields)).toMatchObject({
      ok: false,
      fieldErrors: { answer: ["Say whether you accept or decline the seat"] },
    });
  },
);
