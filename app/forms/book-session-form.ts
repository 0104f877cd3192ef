import { z } from "zod";
import { LARGEST_CAPACITY } from "~/domain/sessions/booking";
import { type LondonTimeRefusal, londonInstant } from "~/domain/sessions/london-time";

const LONGEST_PLACE = 200;

const clockFaults: Record<LondonTimeRefusal, string> = {
  "not-a-date": "Enter a real date",
  "not-a-time": "Enter a time, such as 18:30",
  "no-such-time": "This time does not exist: the clocks go forward that night. Choose a time an hour later",
  "ambiguous-time":
    "This time comes twice: the clocks go back that night. Choose a time before 1am or from 2am",
};

const date = z
  .string({ error: "Enter the date of the session" })
  .trim()
  .min(1, { error: "Enter the date of the session", abort: true })
  .refine((text) => londonInstant(text, "12:00").ok, clockFaults["not-a-date"]);

function time(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, clockFaults["not-a-time"]);
}

/** Where and when a panel wants to meet: a day and two times on the clocks of London, read as instants. */
export const BookSessionForm = z
  .strictObject({
    place: z
      .string({ error: "Enter the place where the panel meets" })
      .trim()
      .min(1, { error: "Enter the place where the panel meets", abort: true })
      .max(LONGEST_PLACE, `Place must be ${LONGEST_PLACE} characters or fewer`),
    date,
    startTime: time("Enter the time at which the session starts"),
    endTime: time("Enter the time at which the session ends"),
    capacity: z
      .string({ error: "Enter how many seats there are" })
      .trim()
      .min(1, { error: "Enter how many seats there are", abort: true })
      .regex(/^\d{1,3}$/, { error: "Seats must be a whole number, such as 8", abort: true })
      .transform(Number)
      .refine(
        (seats) => seats >= 1 && seats <= LARGEST_CAPACITY,
        `Seats must be between 1 and ${LARGEST_CAPACITY}`,
      ),
  })
  .transform(({ capacity, date: day, endTime, place, startTime }, context) => {
    const starts = londonInstant(day, startTime);
    const ends = londonInstant(day, endTime);
    if (starts.ok && ends.ok) return { place, startsAt: starts.value, endsAt: ends.value, capacity };
    for (const [field, outcome] of Object.entries({ startTime: starts, endTime: ends })) {
      if (!outcome.ok)
        context.addIssue({ code: "custom", path: [field], message: clockFaults[outcome.refusal] });
    }
    return z.NEVER;
  });
