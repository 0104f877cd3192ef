import type { AccountId, PanelId, PanelMemberId } from "~/domain/ids";

/** Whom a page or a job serves; each audience reads the database through a role of its own. */
export type Audience = "web" | "panel" | "liaison" | "mopac" | "audit" | "admin" | "worker";

/** The roles of people. A chair is a panel member who leads a panel at this date. */
export type Role = "panel_member" | "chair" | "liaison" | "mopac_analyst" | "auditor" | "administrator";

/** What kind of account a person holds; chairing is a matter of the membership, not of the account. */
export type AccountKind = Exclude<Role, "chair">;

/** A membership of a panel that holds today. */
export interface Membership {
  readonly panelId: PanelId;
  readonly panelMemberId: PanelMemberId;
  readonly isChair: boolean;
  readonly mayViewFootage: boolean;
}

/** Who acts. Resolved once per request from the sign-in cookie; the worker and the public have one each. */
export interface Actor {
  /** Null for the public and for the worker. */
  readonly accountId: AccountId | null;
  readonly audience: Audience;
  /** The command unit a liaison officer serves; null for everyone else. */
  readonly bcuCode: string | null;
  readonly memberships: readonly Membership[];
}

const AUDIENCE_OF: Record<AccountKind, Audience> = {
  panel_member: "panel",
  liaison: "liaison",
  mopac_analyst: "mopac",
  auditor: "audit",
  administrator: "admin",
};

/** Nobody in particular: sign-in and public pages. */
export const PUBLIC_ACTOR: Actor = { accountId: null, audience: "web", bcuCode: null, memberships: [] };

/** The background worker. */
export const WORKER_ACTOR: Actor = { accountId: null, audience: "worker", bcuCode: null, memberships: [] };

/** The audience that accounts of this kind belong to. */
export function audienceOf(kind: AccountKind): Audience {
  return AUDIENCE_OF[kind];
}

/** The actor's membership of one panel, or null. */
export function membershipOf(actor: Actor, panelId: PanelId): Membership | null {
  return actor.memberships.find((membership) => membership.panelId === panelId) ?? null;
}
