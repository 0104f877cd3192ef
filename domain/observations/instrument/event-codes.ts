import { officerCodes } from "./event-codes-officer";
import { otherCodes } from "./event-codes-others";
import type { EventCode } from "./instrument";
import { palette } from "./palette";

const rowsByButton = { ...officerCodes, ...otherCodes };

/** The second level: every code a mark on one of the palette buttons may be refined to. */
export const eventCodes: readonly EventCode[] = palette.flatMap((button) =>
  (rowsByButton[button.id] ?? []).map(([id, kind, definition]) => ({
    id,
    button: button.id,
    kind,
    definition,
    introducedIn: "edoi-1.0.0",
    retiredIn: null,
    replacedBy: null,
  })),
);
