import type { SeatRefusal, SeatState } from "~/domain/sessions/seat";

/** Said to a member who may not view footage, before they try. */
export const noFootageRightText =
  "Footage does not open for you yet, because your clearance, agreement and training are not complete. Until they are you cannot take a seat. Ask your chair what is missing.";

/** Why an answer about a seat was not taken, and what to do. */
export const seatRefusalText: Record<SeatRefusal, string> = {
  "not-a-member": "You are not a member of this panel today. Ask the chair about your membership.",
  "session-over": "This session is over, so its seats can no longer change.",
  "already-accepted": "You already have a seat in this session.",
  "already-declined": "You have already declined this session.",
  "may-not-view-footage": noFootageRightText,
  "session-full": "Every seat is taken. If somebody gives theirs back, you can accept it here.",
};

/** What is confirmed after an answer. */
export const seatAnsweredText: Record<SeatState, string> = {
  accepted: "You have a seat",
  declined: "You have declined",
};
