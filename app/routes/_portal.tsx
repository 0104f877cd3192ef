import { Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/app/components/ui/error-page";
import { Shell } from "~/app/components/ui/shell";
import { guard } from "~/app/http/guard.server";
import { navigationFor, roleText } from "~/app/navigation-text";

// A layout protects nothing: every page below asks for its own permission.
export const loader = guard(
  { permission: "account:use", audit: "HOME_VIEWED", auditWhen: "denied" },
  ({ actor, person }) => ({
    person:
      person === null ? null : { name: person.displayName, role: roleText(person.kind, actor.memberships) },
    navigation: person === null ? [] : navigationFor(person.kind),
  }),
);

export default function Portal() {
  const { navigation, person } = useLoaderData<typeof loader>();
  return (
    <Shell person={person ?? undefined} navigation={navigation}>
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  const portal = useRouteLoaderData<typeof loader>("routes/_portal");
  return (
    <Shell person={portal?.person ?? undefined} navigation={portal?.navigation ?? []}>
      <ErrorPage error={useRouteError()} />
    </Shell>
  );
}
