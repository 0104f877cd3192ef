import type { ClipId, SessionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { type SessionWindow, sessionPhase } from "./window";

export interface AgendaRequest {
  readonly sessionId: SessionId;
  readonly clipId: ClipId;
}

/** Where a panel watches: a borough panel its borough, a BCU panel (`borough` null) its whole BCU. */
export interface PanelArea {
  readonly bcu: string;
  readonly borough: string | null;
}

export interface AgendaFacts {
  readonly session: SessionWindow;
  readonly panelArea: PanelArea;
  readonly clip: {
    readonly releasedAt: Date | null;
    readonly pulledAt: Date | null;
    readonly bcu: string;
    readonly borough: string;
  };
  /** The clips already on this session's agenda, in order. */
  readonly agenda: readonly ClipId[];
}

/** A clip's place on the agenda, counted from 1. */
export interface AgendaItemDraft extends AgendaRequest {
  readonly position: number;
}

export type AgendaRefusal =
  | "session-over"
  | "clip-not-released"
  | "clip-pulled"
  | "outside-panel-area"
  | "already-on-agenda";

/** Whether a clip may be put at the end of a session's agenda: released, not pulled, of the panel's area, and in time. */
export function decideAgenda(
  request: AgendaRequest,
  facts: AgendaFacts,
  now: Date,
): Result<AgendaItemDraft, AgendaRefusal> {
  const { session, panelArea, clip, agenda } = facts;
  if (sessionPhase(session, now) === "after") return refused("session-over");
  if (!clip.releasedAt) return refused("clip-not-released");
  if (clip.pulledAt) return refused("clip-pulled");
  const inArea = panelArea.borough === null ? clip.bcu === panelArea.bcu : clip.borough === panelArea.borough;
  if (!inArea) return refused("outside-panel-area");
  if (agenda.includes(request.clipId)) return refused("already-on-agenda");
  return granted({ ...request, position: agenda.length + 1 });
}
