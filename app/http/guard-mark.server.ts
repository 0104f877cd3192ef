import type { AuditEvent } from "~/domain/accounts/audit-events";
import type { Permission } from "~/domain/accounts/permissions";

/** What a guarded function says about itself to whoever checks the house at start. */
export interface GuardMark {
  readonly permission: Permission;
  readonly audit: AuditEvent;
}

const KEY = Symbol.for("sightline.guarded");

// Global, because the door and the built pages are two module graphs that must agree on who is guarded.
function marks(): WeakMap<object, GuardMark> {
  const held: unknown = Reflect.get(globalThis, KEY);
  if (held instanceof WeakMap) return held;
  const fresh = new WeakMap<object, GuardMark>();
  Reflect.set(globalThis, KEY, fresh);
  return fresh;
}

/** Marks a function as made by `guard`. */
export function markGuarded(guarded: object, mark: GuardMark): void {
  marks().set(guarded, mark);
}

/** The mark of a loader or action; null when `guard` did not make it. */
export function guardMarkOf(candidate: unknown): GuardMark | null {
  return typeof candidate === "function" ? (marks().get(candidate) ?? null) : null;
}
