import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PanelSessions } from "~/app/components/session/panel-sessions";
import { SeatAnswered } from "~/app/components/session/seat-answered";
import { sessionStyles } from "~/app/components/session/session-styles";
import { usePhaseRefresh } from "~/app/components/session/use-phase-refresh";
import { BackLink } from "~/app/components/ui/back-link";
import { ButtonLink } from "~/app/components/ui/button";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { idField } from "~/app/forms/id-field";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getPanelHome } from "~/app/services/panels/get-panel-home.server";
import type { PanelId, SessionId } from "~/domain/ids";

const PanelAddress = z.object({ panelId: idField<PanelId>() });
const PanelQuery = z.object({ answered: idField<SessionId>().optional().catch(undefined) });

export const links = sessionStyles;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.panel.name ?? "Your panel") },
];

export const loader = guard(
  { permission: "panel:view", audit: "PANEL_VIEWED", params: PanelAddress, query: PanelQuery },
  async ({ ctx, params, query }) => ({
    ...(await getPanelHome(ctx, params.panelId)),
    answered: query.answered ?? null,
  }),
);

export default function PanelHome() {
  const { answered, coming, isChair, mayViewFootage, panel, past } = useLoaderData<typeof loader>();
  usePhaseRefresh(coming[0]?.secondsToNextPhase ?? null);
  const isOpen = coming.some(({ phase }) => phase === "in");
  return (
    <>
      <BackLink to={paths.panels()}>Your panels</BackLink>
      <SeatAnswered session={coming.find(({ sessionId }) => sessionId === answered)} />
      <PageHeading
        lead={`Watches encounters in ${panel.areaName}.`}
        action={
          isChair && coming.length > 0 ? (
            <ButtonLink to={paths.newSession(panel.panelId)} variant={isOpen ? "secondary" : "primary"}>
              Book a session
            </ButtonLink>
          ) : undefined
        }
      >
        {panel.name}
      </PageHeading>
      <PanelSessions
        panelId={panel.panelId}
        coming={coming}
        past={past}
        isChair={isChair}
        mayViewFootage={mayViewFootage}
      />
    </>
  );
}
