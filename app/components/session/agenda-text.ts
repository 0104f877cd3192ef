import type { AgendaRefusal } from "~/domain/sessions/agenda";
import type { MoveRefusal, RemovalRefusal } from "~/domain/sessions/agenda-order";

/** Why an agenda was not changed, and what to do. */
export const agendaRefusalText: Record<
  AgendaRefusal | MoveRefusal | RemovalRefusal | "clip-not-available",
  string
> = {
  "session-over": "This session is over, so its agenda can no longer change.",
  "session-started":
    "The session has started, so its clips stay on the agenda: somebody may be watching them.",
  "not-on-agenda": "That clip is no longer on the agenda. Look at the list as it is now.",
  "already-on-agenda": "A clip you chose is already on the agenda. Look at the list as it is now.",
  "outside-panel-area": "A clip you chose is from outside your panel's area. Choose another one.",
  "clip-not-released": "A clip you chose has not been released. Choose another one.",
  "clip-pulled": "A clip you chose has been withdrawn by the police. Choose another one.",
  "clip-not-available": "A clip you chose can no longer be shown to your panel. Choose another one.",
};
