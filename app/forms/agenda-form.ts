import { z } from "zod";
import { listOf } from "~/app/forms/form-input";
import { idField } from "~/app/forms/id-field";
import type { ClipId } from "~/domain/ids";

const MOST_AT_ONCE = 100;

/** What a chair changes on an agenda: clips to add, one to take off, or one to move by a place. */
export const AgendaForm = z.discriminatedUnion(
  "intent",
  [
    z.strictObject({
      intent: z.literal("add"),
      clipIds: listOf(idField<ClipId>())
        .refine((ids) => ids.length > 0, "Choose at least one clip")
        .refine((ids) => ids.length <= MOST_AT_ONCE, `Choose ${MOST_AT_ONCE} clips or fewer at once`)
        .transform((ids) => [...new Set(ids)]),
    }),
    z.strictObject({ intent: z.literal("remove"), clipId: idField<ClipId>() }),
    z.strictObject({
      intent: z.literal("move"),
      clipId: idField<ClipId>(),
      direction: z.enum(["up", "down"]),
    }),
  ],
  { error: "Choose what to change" },
);
