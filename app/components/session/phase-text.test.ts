import { expect, test } from "vitest";
import { phaseText, sessionName } from "./phase-text";

const evening = { startsAt: new Date("2026-07-01T17:30:00Z"), endsAt: new Date("2026-07-01T20:00:00Z") };
const night = { startsAt: new Date("2026-11-24T21:00:00Z"), endsAt: new Date("2026-11-25T00:30:00Z") };

test.each([
  ["before", evening, "Footage opens on Wed 1 July 2026 at 6:30pm"],
  ["in", evening, "Open until 9pm"],
  ["in", night, "Open until Wed 25 November 2026 at 12:30am"],
  ["after", evening, "Closed since Wed 1 July 2026 at 9pm"],
] as const)("%s its window a session says when it opens or closes", (phase, window, text) => {
  expect(phaseText(phase, window)).toBe(text);
});

test("a session is named by its day and times in London", () => {
  expect(sessionName(evening)).toBe("Wed 1 July 2026, 6:30pm to 9pm");
  expect(sessionName(night)).toBe("Tue 24 November 2026, 9pm to Wed 25 November 2026, 12:30am");
});
