import { redirect } from "@remix-run/node";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import type { AccountKind, Membership } from "~/domain/accounts/actor";

const START: Record<Exclude<AccountKind, "panel_member">, string> = {
  liaison: paths.clips(),
  mopac_analyst: paths.reports(),
  auditor: paths.auditLog(),
  administrator: paths.accounts(),
};

// Nothing is shown here: everybody goes on to where their work is.
export const loader = guard(
  { permission: "account:use", audit: "HOME_VIEWED", auditWhen: "denied" },
  ({ actor, person }) => {
    const kind = person?.kind ?? "panel_member";
    return redirect(kind === "panel_member" ? panelStart(actor.memberships) : START[kind]);
  },
);

function panelStart(memberships: readonly Membership[]): string {
  const [only, ...others] = memberships;
  return only !== undefined && others.length === 0 ? paths.panel(only.panelId) : paths.panels();
}
