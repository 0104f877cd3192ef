import { describe, expect, test } from "vitest";
import { BookSessionForm } from "~/app/forms/book-session-form";
import { readForm } from "~/app/forms/form-input";

const typed = {
  place: "  Town hall, room 3 ",
  date: "2026-11-24",
  startTime: "18:30",
  endTime: "21:00",
  capacity: "8",
};
const read = (changes: Record<string, unknown> = {}) => readForm(BookSessionForm, { ...typed, ...changes });

describe("a session's day and times are read as London shows them", () => {
  test.each([
    ["in winter", "2026-11-24", "2026-11-24T18:30:00.000Z", "2026-11-24T21:00:00.000Z"],
    ["in summer", "2026-07-01", "2026-07-01T17:30:00.000Z", "2026-07-01T20:00:00.000Z"],
  ])("%s", (_season, date, starts, ends) => {
    expect(read({ date })).toMatchObject({
      ok: true,
      value: {
        place: "Town hall, room 3",
        capacity: 8,
        startsAt: new Date(starts),
        endsAt: new Date(ends),
      },
    });
  });
});

describe("a booking form is handed back", () => {
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ["without a place", { place: " " }, { place: "Enter the place where the panel meets" }],
    [
      "with a place that is too long",
      { place: "x".repeat(201) },
      { place: "Place must be 200 characters or fewer" },
    ],
    ["without a date", { date: "" }, { date: "Enter the date of the session" }],
    ["with a day that no month has", { date: "2026-02-30" }, { date: "Enter a real date" }],
    [
      "without a start",
      { startTime: undefined },
      { startTime: "Enter the time at which the session starts" },
    ],
    ["with an end that is no time", { endTime: "24:00" }, { endTime: "Enter a time, such as 18:30" }],
    ["with seats in words", { capacity: "eight" }, { capacity: "Seats must be a whole number, such as 8" }],
    ["with no seat at all", { capacity: "0" }, { capacity: "Seats must be between 1 and 30" }],
    ["with more seats than a room has", { capacity: "31" }, { capacity: "Seats must be between 1 and 30" }],
    [
      "with a start in the hour that spring leaves out",
      { date: "2026-03-29", startTime: "01:30", endTime: "03:00" },
      {
        startTime: "This time does not exist: the clocks go forward that night. Choose a time an hour later",
      },
    ],
    [
      "with an end in the hour that autumn gives twice",
      { date: "2026-10-25", startTime: "00:30", endTime: "01:30" },
      {
        endTime: "This time comes twice: the clocks go back that night. Choose a time before 1am or from 2am",
      },
    ],
  ])("%s", (_fault, changes, messages) => {
    const input = read(changes);

    expect(input).toMatchObject({
      ok: false,
      formErrors: [],
      fieldErrors: Object.fromEntries(Object.entries(messages).map(([field, text]) => [field, [text]])),
    });
    expect(Object.keys(input.ok ? {} : input.fieldErrors)).toEqual(Object.keys(messages));
  });

  test("with every fault at once, and what was typed", () => {
    const input = read({ place: "", date: "soon", capacity: "" });

    expect(input).toMatchObject({ ok: false, values: { date: "soon", startTime: "18:30" } });
    expect(Object.keys(input.ok ? {} : input.fieldErrors)).toEqual(["place", "date", "capacity"]);
  });

  test("with a field nobody asked for", () => {
    expect(read({ panelId: "another" }).ok).toBe(false);
  });
});
