import type { SessionBookingRefusal } from "~/domain/sessions/booking";
import { LARGEST_CAPACITY, LONGEST_SESSION_HOURS, SHORTEST_SESSION_MINUTES } from "~/domain/sessions/booking";

interface BookingRefusalText {
  /** The field to put right. */
  readonly field: "place" | "date" | "startTime" | "endTime" | "capacity";
  readonly message: string;
}

/** Why a session cannot be booked as asked, beside the field that can mend it. */
export const bookingRefusalText: Record<SessionBookingRefusal, BookingRefusalText> = {
  "place-missing": { field: "place", message: "Enter the place where the panel meets" },
  "capacity-out-of-range": {
    field: "capacity",
    message: `Seats must be between 1 and ${LARGEST_CAPACITY}`,
  },
  "ends-before-start": { field: "endTime", message: "The end must be later than the start, on the same day" },
  "too-short": {
    field: "endTime",
    message: `A session lasts at least ${SHORTEST_SESSION_MINUTES} minutes. Choose a later end`,
  },
  "too-long": {
    field: "endTime",
    message: `A session lasts ${LONGEST_SESSION_HOURS} hours at most. Choose an earlier end`,
  },
  "in-the-past": { field: "date", message: "The start must be in the future" },
  "overlaps-another-session": {
    field: "startTime",
    message: "Your panel has another session at that time. Choose a time before or after it",
  },
};
