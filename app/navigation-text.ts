import { paths } from "~/app/paths";
import type { AccountKind, Membership } from "~/domain/accounts/actor";

interface NavigationItem {
  readonly to: string;
  readonly text: string;
  /** Current only at exactly this address, not below it. */
  readonly end: boolean;
}

const START: NavigationItem = { to: paths.home(), text: "Start", end: true };

const NAVIGATION: Record<AccountKind, readonly NavigationItem[]> = {
  panel_member: [START, { to: paths.panels(), text: "Your panels", end: false }],
  liaison: [START, { to: paths.clips(), text: "Clips", end: false }],
  mopac_analyst: [START, { to: paths.reports(), text: "Reports", end: false }],
  auditor: [START, { to: paths.auditLog(), text: "Audit log", end: false }],
  administrator: [START, { to: paths.accounts(), text: "Accounts", end: false }],
};

const ROLE_TEXT: Record<AccountKind, string> = {
  panel_member: "Panel member",
  liaison: "Liaison officer",
  mopac_analyst: "MOPAC analyst",
  auditor: "Auditor",
  administrator: "Administrator",
};

/** Where a person of this kind can go from anywhere. */
export function navigationFor(kind: AccountKind): readonly NavigationItem[] {
  return NAVIGATION[kind];
}

/** What a person is here, in words. */
export function roleText(kind: AccountKind, memberships: readonly Membership[]): string {
  return memberships.some(({ isChair }) => isChair) ? "Panel chair" : ROLE_TEXT[kind];
}
