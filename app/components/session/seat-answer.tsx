import { Form } from "@remix-run/react";
import { Button } from "~/app/components/ui/button";
import { Tag } from "~/app/components/ui/tag";
import { paths } from "~/app/paths";
import type { SeatState } from "~/domain/sessions/seat";
import { sessionName } from "./phase-text";
import { noFootageRightText } from "./seat-text";
import type { SessionFacts } from "./session-facts";

interface SeatAnswerProps {
  panelId: string;
  session: SessionFacts;
  mayViewFootage: boolean;
  /** The page to come back to. */
  from: "panel" | "session";
}

/** What a member has answered about their seat, and what they may answer still. */
export function SeatAnswer({ panelId, session, mayViewFootage, from }: SeatAnswerProps) {
  const { capacity, mySeat, phase, seatsTaken, sessionId } = session;
  if (phase === "after") return <SeatLine seat={mySeat} isOver />;
  if (!mayViewFootage && mySeat !== "accepted")
    return (
      <>
        <SeatLine seat={mySeat} isBarred />
        {from === "session" ? <p>{noFootageRightText}</p> : null}
      </>
    );
  const isFull = mySeat !== "accepted" && seatsTaken >= capacity;
  return (
    <>
      <SeatLine seat={mySeat} isFull={isFull} />
      <Form method="post" action={paths.session(panelId, sessionId)} preventScrollReset>
        <input type="hidden" name="from" value={from} />
        <div className="app-button-row">
          {isFull || mySeat === "accepted" ? null : (
            <Answer answer="accepted" session={session}>
              {mySeat === "declined" ? "Accept after all" : "Accept"}
            </Answer>
          )}
          {mySeat === "declined" ? null : (
            <Answer answer="declined" session={session}>
              {mySeat === "accepted" ? "Give up my seat" : "Decline"}
            </Answer>
          )}
        </div>
      </Form>
    </>
  );
}

function Answer({
  answer,
  session,
  children,
}: {
  answer: SeatState;
  session: SessionFacts;
  children: string;
}) {
  return (
    <Button small variant={answer === "accepted" ? "primary" : "secondary"} name="answer" value={answer}>
      <span>
        {children}
        <span className="govuk-visually-hidden"> for {sessionName(session)}</span>
      </span>
    </Button>
  );
}

interface SeatLineProps {
  seat: SeatState | null;
  isFull?: boolean;
  isOver?: boolean;
  isBarred?: boolean;
}

function SeatLine(props: SeatLineProps) {
  return <p className="app-seat__state">{tagFor(props)}</p>;
}

function tagFor({ seat, isBarred, isFull, isOver }: SeatLineProps) {
  if (seat === "accepted") return <Tag tone="good">{isOver ? "You had a seat" : "You have a seat"}</Tag>;
  if (isFull) return <Tag>No seat left</Tag>;
  if (seat === "declined") return <Tag>You declined</Tag>;
  if (isBarred) return <Tag>You cannot take a seat yet</Tag>;
  return isOver ? <Tag>No answer</Tag> : <Tag tone="attention">Your answer is awaited</Tag>;
}
