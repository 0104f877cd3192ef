import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AgendaEditor } from "~/app/components/session/agenda-editor";
import { agendaRefusalText } from "~/app/components/session/agenda-text";
import { lookAgainWhenRefused } from "~/app/components/session/look-again-when-refused";
import { sessionName } from "~/app/components/session/phase-text";
import { sessionStyles } from "~/app/components/session/session-styles";
import { BackLink } from "~/app/components/ui/back-link";
import { ErrorSummary } from "~/app/components/ui/error-summary";
import { londonDate } from "~/app/components/ui/london-time";
import { NotificationBanner } from "~/app/components/ui/notification-banner";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { AgendaForm } from "~/app/forms/agenda-form";
import { idField } from "~/app/forms/id-field";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { changeAgenda } from "~/app/services/sessions/change-agenda.server";
import { getAgenda } from "~/app/services/sessions/get-agenda.server";
import type { PanelId, SessionId } from "~/domain/ids";

const SessionAddress = z.object({ panelId: idField<PanelId>(), sessionId: idField<SessionId>() });
const AgendaQuery = z.object({ news: z.enum(["booked", "added"]).optional().catch(undefined) });

const NEWS = {
  booked: "The session is booked. Now choose what the panel will watch",
  added: "The agenda is changed",
};

export const links = sessionStyles;
export const shouldRevalidate = lookAgainWhenRefused;
export const meta: MetaFunction = () => [{ title: pageTitle("Agenda") }];

export const loader = guard(
  { permission: "agenda:edit", audit: "AGENDA_VIEWED", params: SessionAddress, query: AgendaQuery },
  async ({ ctx, params, query }) => ({ ...(await getAgenda(ctx, params)), news: query.news ?? null }),
);

export const action = guard(
  { permission: "agenda:edit", audit: "AGENDA_CHANGE_ATTEMPTED", params: SessionAddress, form: AgendaForm },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const outcome = await changeAgenda(ctx, params, input.value);
    if (!outcome.ok) return refusedBy(input, agendaRefusalText[outcome.refusal]);
    const news = input.value.intent === "add" ? "?news=added" : "";
    return redirect(`${paths.agenda(params.panelId, params.sessionId)}${news}`);
  },
);

export default function Agenda() {
  const { agenda, candidates, news, panel, session } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const sessionPath = paths.session(panel.panelId, session.sessionId);
  return (
    <>
      <BackLink to={sessionPath}>Session on {londonDate(session.startsAt)}</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : null}
      {news && !errors ? <NotificationBanner heading={NEWS[news]} /> : null}
      <PageHeading caption={panel.name} lead={`${sessionName(session)} · ${session.place}`}>
        Agenda
      </PageHeading>
      <AgendaEditor
        agenda={agenda}
        candidates={candidates}
        phase={session.phase}
        areaName={panel.areaName}
        donePath={sessionPath}
        errors={errors}
      />
    </>
  );
}
