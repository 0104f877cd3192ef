import type { SeatState } from "~/domain/sessions/seat";
import type { SessionPhase, SessionWindow } from "~/domain/sessions/window";

/** A session as the components show it. */
export interface SessionFacts extends SessionWindow {
  readonly sessionId: string;
  readonly place: string;
  readonly phase: SessionPhase;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly clipCount: number;
  readonly mySeat: SeatState | null;
}

/** A clip as it may be described before an observer has locked. */
export interface ClipFacts {
  readonly clipId: string;
  readonly reference: string;
  readonly encounterType: string;
  readonly borough: string;
  readonly lengthMs: number | null;
}
