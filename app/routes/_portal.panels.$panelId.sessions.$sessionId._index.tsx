import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ConfidentialityNote } from "~/app/components/session/confidentiality-note";
import { lookAgainWhenRefused } from "~/app/components/session/look-again-when-refused";
import { phaseText } from "~/app/components/session/phase-text";
import { SeatAnswered } from "~/app/components/session/seat-answered";
import { seatRefusalText } from "~/app/components/session/seat-text";
import { SeatedMembers } from "~/app/components/session/seated-members";
import { SessionAgenda } from "~/app/components/session/session-agenda";
import { sessionStyles } from "~/app/components/session/session-styles";
import { SessionSummary } from "~/app/components/session/session-summary";
import { usePhaseRefresh } from "~/app/components/session/use-phase-refresh";
import { BackLink } from "~/app/components/ui/back-link";
import { ButtonLink } from "~/app/components/ui/button";
import { ErrorSummary } from "~/app/components/ui/error-summary";
import { londonDate } from "~/app/components/ui/london-time";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { idField } from "~/app/forms/id-field";
import { SeatForm } from "~/app/forms/seat-form";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { acceptSeat } from "~/app/services/sessions/accept-seat.server";
import { declineSeat } from "~/app/services/sessions/decline-seat.server";
import { getSession } from "~/app/services/sessions/get-session.server";
import type { PanelId, SessionId } from "~/domain/ids";

const SessionAddress = z.object({ panelId: idField<PanelId>(), sessionId: idField<SessionId>() });
const SessionQuery = z.object({ answered: idField<SessionId>().optional().catch(undefined) });

export const links = sessionStyles;
export const shouldRevalidate = lookAgainWhenRefused;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Session on ${londonDate(data.session.startsAt)}` : "Session") },
];

export const loader = guard(
  { permission: "session:view", audit: "SESSION_VIEWED", params: SessionAddress, query: SessionQuery },
  async ({ ctx, params, query }) => ({
    ...(await getSession(ctx, params)),
    isAnswered: query.answered === params.sessionId,
  }),
);

export const action = guard(
  { permission: "seat:decide", audit: "SEAT_DECIDE_ATTEMPTED", params: SessionAddress, form: SeatForm },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const { answer, from } = input.value;
    const outcome = await (answer === "accepted" ? acceptSeat(ctx, params) : declineSeat(ctx, params));
    if (!outcome.ok) return refusedBy(input, seatRefusalText[outcome.refusal]);
    const back =
      from === "panel" ? paths.panel(params.panelId) : paths.session(params.panelId, params.sessionId);
    return redirect(`${back}?answered=${params.sessionId}`);
  },
);

export default function Session() {
  const { agenda, isAnswered, isChair, mayViewFootage, panel, seated, session } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  usePhaseRefresh(session.secondsToNextPhase);
  const editPath =
    isChair && session.phase !== "after" ? paths.agenda(panel.panelId, session.sessionId) : undefined;
  const clips = (
    <SessionAgenda panelId={panel.panelId} sessionId={session.sessionId} clips={agenda} editPath={editPath} />
  );
  const facts = <SessionSummary panelId={panel.panelId} session={session} mayViewFootage={mayViewFootage} />;
  return (
    <>
      <BackLink to={paths.panel(panel.panelId)}>{panel.name}</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : null}
      {isAnswered && !errors ? <SeatAnswered session={session} /> : null}
      <PageHeading
        lead={`${phaseText(session.phase, session)}.`}
        action={
          editPath && agenda.length > 0 ? (
            <ButtonLink to={editPath} variant="secondary">
              Edit the agenda
            </ButtonLink>
          ) : undefined
        }
      >
        Session on {londonDate(session.startsAt)}
      </PageHeading>
      {session.isSeatedNow ? clips : facts}
      {session.phase === "after" ? null : <ConfidentialityNote />}
      {session.isSeatedNow ? facts : clips}
      {seated === null ? null : <SeatedMembers members={seated} />}
    </>
  );
}
