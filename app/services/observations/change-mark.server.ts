import type { ServiceContext } from "~/app/services/context.server";
import { type MakeMarkRefusal, makeMark, type NewMark } from "~/app/services/observations/make-mark.server";
import { removeMark } from "~/app/services/observations/remove-mark.server";
import type { ObservationPlace } from "~/db/queries/observations";
import type { EventMarkId } from "~/domain/ids";
import { granted, type Result } from "~/domain/result";

export type MarkChange =
  | ({ readonly act: "make" } & NewMark)
  | { readonly act: "remove"; readonly id: EventMarkId };

/** Makes a mark or takes one back, as the palette asks. */
export async function changeMark(
  ctx: ServiceContext,
  place: ObservationPlace,
  change: MarkChange,
): Promise<Result<null, MakeMarkRefusal>> {
  const outcome = await (change.act === "make"
    ? makeMark(ctx, place, change)
    : removeMark(ctx, place, change.id));
  return outcome.ok ? granted(null) : outcome;
}
