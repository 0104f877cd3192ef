import { z } from "zod";

/** The one button of a page that asks whether somebody is sure. */
export const ConfirmForm = z.strictObject({
  confirm: z.literal("yes", { error: "Use the button on the page to confirm" }),
});
