import { NotificationBanner } from "~/app/components/ui/notification-banner";
import { sessionName } from "./phase-text";
import { seatAnsweredText } from "./seat-text";
import type { SessionFacts } from "./session-facts";

/** Confirms an answer that was just given: what it is now, not what was pressed. */
export function SeatAnswered({ session }: { session: SessionFacts | undefined }) {
  if (!session || session.mySeat === null) return null;
  return (
    <NotificationBanner heading={`${seatAnsweredText[session.mySeat]}: ${sessionName(session)}`}>
      <p>You can change your answer until the session ends.</p>
    </NotificationBanner>
  );
}
