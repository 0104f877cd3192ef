import { DateTimeRange } from "~/app/components/ui/date-time";
import { SummaryList } from "~/app/components/ui/summary-list";
import { SeatAnswer } from "./seat-answer";
import { seatsText } from "./seats-text";
import type { SessionFacts } from "./session-facts";

interface SessionSummaryProps {
  panelId: string;
  session: SessionFacts;
  mayViewFootage: boolean;
}

/** When, where, and the member's own seat. */
export function SessionSummary({ panelId, session, mayViewFootage }: SessionSummaryProps) {
  const seat = (
    <SeatAnswer panelId={panelId} session={session} mayViewFootage={mayViewFootage} from="session" />
  );
  return (
    <SummaryList
      rows={[
        { key: "When", value: <DateTimeRange from={session.startsAt} to={session.endsAt} /> },
        { key: "Where", value: session.place },
        { key: "Seats", value: seatsText(session) },
        { key: "Your seat", value: seat },
      ]}
    />
  );
}
