/** Every address of the portal, built in one place. */
export const paths = {
  home: () => "/",
  signIn: (next?: string) =>
    next === undefined || next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`,
  signOut: () => "/sign-out",
  panels: () => "/panels",
  clips: () => "/clips",
  reports: () => "/reports",
  auditLog: () => "/audit",
  accounts: () => "/accounts",
} as const;
