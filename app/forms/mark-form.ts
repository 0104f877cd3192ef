import { z } from "zod";
import { idField } from "~/app/forms/id-field";
import { readMediaTime } from "~/app/forms/media-time";
import type { EventMarkId } from "~/domain/ids";

const TIME_WANTED = "Enter the time as minutes and seconds, like 1:05";

const made = z
  .strictObject({
    act: z.literal("make"),
    id: idField<EventMarkId>(),
    code: z.string().max(48),
    /** From the player; `time` is what somebody without one typed. */
    atMs: z.coerce.number().int().nonnegative().optional(),
    time: z.string().max(12).optional(),
    playbackRate: z.coerce.number().optional(),
    pass: z.coerce.number().optional(),
  })
  .transform(({ act, atMs: played, code, id, pass = 1, playbackRate = 1, time = "" }, context) => {
    const atMs = played ?? readMediaTime(time);
    if (atMs !== null) return { act, id, code, atMs, playbackRate, pass };
    context.addIssue({ code: "custom", message: TIME_WANTED, path: ["time"], input: time });
    return z.NEVER;
  });

const removed = z.strictObject({ act: z.literal("remove"), id: idField<EventMarkId>() });

/** A mark on the palette made or taken back, by a tap or, where no scripts run, with its time typed in. */
export const MarkForm = z.discriminatedUnion("act", [made, removed]);
