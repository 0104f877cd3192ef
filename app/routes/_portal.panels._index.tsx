import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PanelChoices } from "~/app/components/session/panel-choices";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { guard } from "~/app/http/guard.server";
import { listOwnPanels } from "~/app/services/panels/list-own-panels.server";

export const meta: MetaFunction = () => [{ title: pageTitle("Your panels") }];

export const loader = guard({ permission: "panel:list", audit: "PANEL_LISTED" }, async ({ ctx }) => ({
  panels: await listOwnPanels(ctx),
}));

export default function Panels() {
  const { panels } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead={panels.length > 1 ? "Choose the panel you want to work in." : undefined}>
        Your panels
      </PageHeading>
      <PanelChoices panels={panels} />
    </>
  );
}
