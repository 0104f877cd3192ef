import { type Actor, type Audience, membershipOf } from "~/domain/accounts/actor";
import { NotFound, NotPermitted } from "~/domain/errors";
import type { PanelId } from "~/domain/ids";

/** Permissions of an area: they follow from the audience alone. */
const AREA_PERMISSIONS = {
  "panel:list": ["panel"],
  "clip:list": ["liaison"],
  "clip:view": ["liaison"],
  "clip:register": ["liaison"],
  "clip:prepare": ["worker"],
  "clip:upload": ["liaison"],
  "clip:release": ["liaison"],
  "clip:reject": ["liaison"],
  "clip:pull": ["liaison"],
  "footage:preview": ["liaison"],
  "report:list": ["mopac"],
  "report:view": ["mopac"],
  "report:export": ["mopac"],
  "audit:view": ["audit"],
  "account:list": ["admin"],
} as const satisfies Record<string, readonly Audience[]>;

/** Permissions on one panel: they follow from the membership of that panel. */
const PANEL_PERMISSIONS = {
  "panel:view": "member",
  "session:view": "member",
  "session:book": "chair",
  "agenda:edit": "chair",
  "seat:decide": "member",
  "footage:view": "viewer",
  "observation:record": "viewer",
} as const satisfies Record<string, "member" | "chair" | "viewer">;

export type AreaPermission = keyof typeof AREA_PERMISSIONS;
export type PanelPermission = keyof typeof PANEL_PERMISSIONS;
/** `account:sign-in` is everybody's; `account:use` is anybody's who is signed in. */
export type Permission = AreaPermission | PanelPermission | "account:sign-in" | "account:use";

export const PERMISSIONS: readonly Permission[] = [
  "account:sign-in",
  "account:use",
  ...(Object.keys(AREA_PERMISSIONS) as AreaPermission[]),
  ...(Object.keys(PANEL_PERMISSIONS) as PanelPermission[]),
];

/** Whether the permission is one that only means something on a panel. */
export function isPanelPermission(permission: Permission): permission is PanelPermission {
  return permission in PANEL_PERMISSIONS;
}

/** Whether the actor holds the permission; one on a panel is refused without the panel it is asked for. */
export function isPermitted(actor: Actor, permission: Permission, panelId?: PanelId): boolean {
  if (permission === "account:sign-in") return true;
  if (permission === "account:use") return actor.accountId !== null;
  if (!isPanelPermission(permission)) {
    return (AREA_PERMISSIONS[permission] as readonly Audience[]).includes(actor.audience);
  }
  const membership = panelId === undefined ? null : membershipOf(actor, panelId);
  if (actor.audience !== "panel" || membership === null) return false;
  const needed = PANEL_PERMISSIONS[permission];
  if (needed === "chair") return membership.isChair;
  return needed === "member" || membership.mayViewFootage;
}

/**
 * Throws unless the actor holds the permission. For a panel the actor does not belong to the answer is
 * NotFound, because the existence of things on other panels is itself information.
 */
export function requirePermission(actor: Actor, permission: Permission, panelId?: PanelId): void {
  if (isPermitted(actor, permission, panelId)) return;
  const isStranger =
    isPanelPermission(permission) &&
    actor.audience === "panel" &&
    (panelId === undefined || membershipOf(actor, panelId) === null);
  throw isStranger ? new NotFound(permission) : new NotPermitted(permission);
}
