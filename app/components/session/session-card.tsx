import { Link } from "@remix-run/react";
import { ButtonLink } from "~/app/components/ui/button";
import { classNames } from "~/app/components/ui/class-names";
import { Tag } from "~/app/components/ui/tag";
import { paths } from "~/app/paths";
import { phaseText, sessionName } from "./phase-text";
import { SeatAnswer } from "./seat-answer";
import { seatsText } from "./seats-text";
import type { SessionFacts } from "./session-facts";

interface SessionCardProps {
  panelId: string;
  session: SessionFacts;
  mayViewFootage: boolean;
}

/** A session to come, or open at this moment, with the member's own seat. */
export function SessionCard({ panelId, session, mayViewFootage }: SessionCardProps) {
  const { clipCount, phase, place, sessionId } = session;
  const isOpen = phase === "in";
  return (
    <li className={classNames("app-session", isOpen && "app-session--open")}>
      <div>
        {isOpen ? (
          <p>
            <Tag tone="active">Open now</Tag>
          </p>
        ) : null}
        <h3 className="app-session__when">
          <Link className="govuk-link govuk-link--no-visited-state" to={paths.session(panelId, sessionId)}>
            {sessionName(session)}
          </Link>
        </h3>
        <p className="app-session__facts">{place}</p>
        <p className="app-session__facts">
          {seatsText(session)} · {clipCountText(clipCount)}
        </p>
      </div>
      <div className="app-session__side">
        {isOpen ? (
          <>
            <p>{phaseText(phase, session)}</p>
            <ButtonLink to={paths.session(panelId, sessionId)}>Go to the session</ButtonLink>
          </>
        ) : (
          <SeatAnswer panelId={panelId} session={session} mayViewFootage={mayViewFootage} from="panel" />
        )}
      </div>
    </li>
  );
}

function clipCountText(count: number): string {
  if (count === 0) return "no clips yet";
  return count === 1 ? "1 clip" : `${count} clips`;
}
