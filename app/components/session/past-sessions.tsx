import { Link } from "@remix-run/react";
import { type Column, DataTable } from "~/app/components/ui/data-table";
import { Details } from "~/app/components/ui/details";
import { paths } from "~/app/paths";
import type { SeatState } from "~/domain/sessions/seat";
import { sessionName } from "./phase-text";
import type { SessionFacts } from "./session-facts";

const SEAT_TEXT: Record<SeatState, string> = { accepted: "Seat taken", declined: "Declined" };

/** Sessions that are over, folded away. */
export function PastSessions({ panelId, sessions }: { panelId: string; sessions: readonly SessionFacts[] }) {
  const columns: Column<SessionFacts>[] = [
    {
      header: "When",
      rowHeader: true,
      cell: (session) => (
        <Link className="govuk-link" to={paths.session(panelId, session.sessionId)}>
          {sessionName(session)}
        </Link>
      ),
    },
    { header: "Where", cell: ({ place }) => place },
    {
      header: "Seats taken",
      numeric: true,
      cell: ({ capacity, seatsTaken }) => `${seatsTaken} of ${capacity}`,
    },
    { header: "Clips", numeric: true, cell: ({ clipCount }) => clipCount },
    { header: "You", cell: ({ mySeat }) => (mySeat === null ? "No answer" : SEAT_TEXT[mySeat]) },
  ];
  return (
    <Details summary="Past sessions">
      <DataTable
        caption="Past sessions, latest first"
        captionSize="hidden"
        columns={columns}
        rows={sessions}
        rowKey={({ sessionId }) => sessionId}
      />
    </Details>
  );
}
