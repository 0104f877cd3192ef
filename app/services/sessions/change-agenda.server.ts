import type { ServiceContext } from "~/app/services/context.server";
import {
  deleteAgendaItem,
  findClipFacts,
  insertAgendaItem,
  listAgendaClipIds,
  updateAgendaOrder,
} from "~/db/queries/agenda";
import { recordAudit } from "~/db/queries/audit";
import { type LockedSession, lockSession } from "~/db/queries/sessions";
import type { Trx } from "~/db/with-actor";
import { requirePermission } from "~/domain/accounts/permissions";
import type { ClipId, PanelId, SessionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { type AgendaItemDraft, type AgendaRefusal, decideAgenda } from "~/domain/sessions/agenda";
import {
  decideMove,
  decideRemoval,
  type MoveDirection,
  type MoveRefusal,
  type RemovalRefusal,
} from "~/domain/sessions/agenda-order";

export type AgendaChange =
  | { readonly intent: "add"; readonly clipIds: readonly ClipId[] }
  | { readonly intent: "remove"; readonly clipId: ClipId }
  | { readonly intent: "move"; readonly clipId: ClipId; readonly direction: MoveDirection };

/** `clip-not-available`: the chair may not know of such a clip, or no longer. */
export type AgendaChangeRefusal = AgendaRefusal | MoveRefusal | RemovalRefusal | "clip-not-available";

interface AgendaAddress {
  readonly panelId: PanelId;
  readonly sessionId: SessionId;
}

interface Desk extends AgendaAddress {
  readonly trx: Trx;
  readonly session: LockedSession;
  readonly agenda: readonly ClipId[];
}

/** Adds clips to the agenda of a session, takes one off, or moves one by a place; all of it or nothing. */
export async function changeAgenda(
  ctx: ServiceContext,
  { panelId, sessionId }: AgendaAddress,
  change: AgendaChange,
): Promise<Result<null, AgendaChangeRefusal>> {
  requirePermission(ctx.actor, "agenda:edit", panelId);
  return ctx.withActor(ctx.actor, async (trx) => {
    const session = await lockSession(trx, panelId, sessionId);
    const agenda = await listAgendaClipIds(trx, panelId, sessionId);
    const outcome = await apply({ trx, panelId, sessionId, session, agenda }, change);
    if (!outcome.ok) return outcome;
    const clipIds = change.intent === "add" ? change.clipIds : [change.clipId];
    await recordAudit(trx, "AGENDA_CHANGED", {
      objectType: "session",
      objectId: sessionId,
      panelId,
      sessionId,
      detail: { change: change.intent, clipIds: clipIds.join(" ") },
    });
    return outcome;
  });
}

function apply(desk: Desk, change: AgendaChange): Promise<Result<null, AgendaChangeRefusal>> {
  switch (change.intent) {
    case "add":
      return add(desk, change.clipIds);
    case "remove":
      return remove(desk, change.clipId);
    case "move":
      return move(desk, change.clipId, change.direction);
  }
}

async function add(desk: Desk, clipIds: readonly ClipId[]): Promise<Result<null, AgendaChangeRefusal>> {
  const { agenda, panelId, session, sessionId, trx } = desk;
  const drafts: AgendaItemDraft[] = [];
  for (const clipId of clipIds) {
    const facts = await findClipFacts(trx, panelId, clipId);
    if (facts === null) return refused("clip-not-available");
    const onAgenda = [...agenda, ...drafts.map((draft) => draft.clipId)];
    const request = { sessionId, clipId };
    const decision = decideAgenda(request, { ...facts, session, agenda: onAgenda }, session.now);
    if (!decision.ok) return decision;
    drafts.push(decision.value);
  }
  for (const draft of drafts) await insertAgendaItem(trx, panelId, draft);
  return granted(null);
}

async function remove(desk: Desk, clipId: ClipId): Promise<Result<null, AgendaChangeRefusal>> {
  const { panelId, sessionId, trx } = desk;
  const decision = decideRemoval(clipId, desk, desk.session.now);
  if (!decision.ok) return decision;
  await deleteAgendaItem(trx, panelId, sessionId, clipId);
  await updateAgendaOrder(trx, panelId, sessionId, decision.value);
  return granted(null);
}

async function move(
  desk: Desk,
  clipId: ClipId,
  direction: MoveDirection,
): Promise<Result<null, AgendaChangeRefusal>> {
  const { panelId, sessionId, trx } = desk;
  const decision = decideMove(clipId, direction, desk, desk.session.now);
  if (!decision.ok) return decision;
  await updateAgendaOrder(trx, panelId, sessionId, decision.value);
  return granted(null);
}
