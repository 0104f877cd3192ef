import { ButtonLink } from "~/app/components/ui/button";
import { EmptyState } from "~/app/components/ui/empty-state";
import { paths } from "~/app/paths";
import { PastSessions } from "./past-sessions";
import { noFootageRightText } from "./seat-text";
import { SessionCard } from "./session-card";
import type { SessionFacts } from "./session-facts";

interface PanelSessionsProps {
  panelId: string;
  coming: readonly SessionFacts[];
  past: readonly SessionFacts[];
  isChair: boolean;
  mayViewFootage: boolean;
}

/** The sessions of a panel: those to answer for first, those that are over folded away below. */
export function PanelSessions({ panelId, coming, past, isChair, mayViewFootage }: PanelSessionsProps) {
  return (
    <>
      {coming.length > 0 ? (
        <section aria-labelledby="coming">
          <h2 id="coming" className="govuk-heading-m">
            Coming sessions
          </h2>
          {mayViewFootage ? null : <p>{noFootageRightText}</p>}
          <ul className="app-sessions">
            {coming.map((session) => (
              <SessionCard
                key={session.sessionId}
                panelId={panelId}
                session={session}
                mayViewFootage={mayViewFootage}
              />
            ))}
          </ul>
        </section>
      ) : (
        <NoSessions panelId={panelId} isChair={isChair} />
      )}
      {past.length > 0 ? <PastSessions panelId={panelId} sessions={past} /> : null}
    </>
  );
}

function NoSessions({ panelId, isChair }: { panelId: string; isChair: boolean }) {
  if (!isChair)
    return (
      <EmptyState heading="No session is booked">
        <p>When your chair books one, it appears here and you can accept your seat.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      heading="No session is booked"
      action={<ButtonLink to={paths.newSession(panelId)}>Book a session</ButtonLink>}
    >
      <p>Book the first one. After that you put clips on its agenda, and members accept their seats here.</p>
    </EmptyState>
  );
}
