import { z } from "zod";

/** What is asked before a clip plays. Somebody who declares a link need not say whether they are ready. */
export const BeforeForm = z
  .strictObject({
    "q.pre.conflict": z.enum(["none", "possible", "yes"], {
      error: "Say whether you have any link to this place, person or incident",
    }),
    "q.pre.ready": z.enum(["yes", "skip_clip"]).optional(),
  })
  .refine((fields) => fields["q.pre.conflict"] !== "none" || fields["q.pre.ready"] !== undefined, {
    path: ["q.pre.ready"],
    error: "Say whether you are ready, or skip this clip",
  });
