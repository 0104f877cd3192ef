import { z } from "zod";

/** A member's answer about their seat, and the page it was given on. */
export const SeatForm = z.strictObject({
  answer: z.enum(["accepted", "declined"], { error: "Say whether you accept or decline the seat" }),
  from: z.enum(["panel", "session"]).catch("session"),
});
