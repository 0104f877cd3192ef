import type { EventCode } from "./instrument";

/** One code as written down: id, point or interval, definition. */
export type CodeRow = readonly [id: string, kind: EventCode["kind"], definition: string];
