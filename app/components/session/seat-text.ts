import type { SeatRefusal, SeatState } from "~/domain/sessions/seat";

/** Why an answer about a seat was not taken, and what to do. */
export const seatRefusalText: Record<SeatRefusal, string> = {
  "not-a-member": "You are not a member of this panel today. Ask the chair about your membership.",
  "session-over": "This session is over, so its seats can no longer change.",
  "already-accepted": "You already have a seat in this session.",
  "already-declined": "You have already declined this session.",
  "may-not-view-footage":
    "You cannot take a seat until your clearance, agreement and training are complete. Ask your chair what is missing.",
  "session-full": "Every seat is taken. If somebody gives theirs back, you can accept it here.",
};

/** What is confirmed after an answer. */
export const seatAnsweredText: Record<SeatState, string> = {
  accepted: "You have a seat",
  declined: "You have declined",
};
