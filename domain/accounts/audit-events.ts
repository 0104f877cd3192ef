/** Every event the audit log can hold. `…_ATTEMPTED` is what a refused or denied act leaves behind. */
export const AUDIT_EVENTS = [
  "ACCOUNT_LISTED",
  "AGENDA_CHANGED",
  "AGENDA_CHANGE_ATTEMPTED",
  "AGENDA_VIEWED",
  "AUDIT_VIEWED",
  "CLIP_FAILED",
  "CLIP_LISTED",
  "CLIP_PULLED",
  "CLIP_PULL_ATTEMPTED",
  "CLIP_READY_FOR_CHECK",
  "CLIP_REGISTERED",
  "CLIP_REGISTER_ATTEMPTED",
  "CLIP_REJECTED",
  "CLIP_REJECT_ATTEMPTED",
  "CLIP_RELEASED",
  "CLIP_RELEASE_ATTEMPTED",
  "CLIP_VIEWED",
  "FOOTAGE_KEY_FETCHED",
  "FOOTAGE_OPENED",
  "FOOTAGE_PLAYED",
  "FOOTAGE_POSTER_VIEWED",
  "FOOTAGE_PREVIEWED",
  "FOOTAGE_REFUSED",
  "HOME_VIEWED",
  "MARK_CHANGE_ATTEMPTED",
  "MARK_MADE",
  "MARK_REMOVED",
  "OBSERVATION_LOCKED",
  "OBSERVATION_LOCK_ATTEMPTED",
  "OBSERVATION_OPENED",
  "OBSERVATION_OPEN_ATTEMPTED",
  "OBSERVATION_SAVED",
  "OBSERVATION_SAVE_ATTEMPTED",
  "OBSERVATION_SEALED",
  "OBSERVATION_SEAL_ATTEMPTED",
  "OBSERVATION_STOPPED",
  "OBSERVATION_VIEWED",
  "OBSERVER_RECUSED",
  "OBSERVER_RECUSE_ATTEMPTED",
  "PANEL_LISTED",
  "PANEL_VIEWED",
  "POLICE_RECORD_REVEALED",
  "REPORT_COMPILED",
  "REPORT_EXPORTED",
  "REPORT_LISTED",
  "REPORT_REQUESTED",
  "REPORT_VIEWED",
  "SEAT_ACCEPTED",
  "SEAT_DECIDE_ATTEMPTED",
  "SEAT_DECLINED",
  "SEED_PLANTED",
  "SESSION_BOOKED",
  "SESSION_BOOK_ATTEMPTED",
  "SESSION_BOOK_VIEWED",
  "SESSION_VIEWED",
  "SIGNED_IN",
  "SIGNED_OUT",
  "SIGN_IN_FAILED",
  "SIGN_IN_VIEWED",
  "UPLOAD_DISCARDED",
  "UPLOAD_FINISHED",
  "UPLOAD_REFUSED",
  "UPLOAD_STARTED",
  "UPLOAD_START_ATTEMPTED",
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** What an audit entry says beside its event. Ids only: never content, names or free text. */
export interface AuditSubject {
  readonly objectType: string;
  readonly objectId: string | null;
  readonly panelId?: string | null;
  readonly sessionId?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export type AuditOutcome = "done" | "refused" | "denied";
