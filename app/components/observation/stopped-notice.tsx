import { ButtonLink } from "~/app/components/ui/button";
import { InsetText } from "~/app/components/ui/inset-text";

export type StopReason = "recognised-someone" | "clip-skipped" | "possible-link" | "stopped-earlier";

interface StoppedNoticeProps {
  reason: StopReason;
  sessionPath: string;
}

const HAPPENS_NEXT: Record<StopReason, readonly string[]> = {
  "recognised-someone": [
    "The clip has stopped for you and stays closed. Your answers and marks on it will not count.",
    "Tell the chair that you are taking no part in this clip. You need not say whom you recognised, and please do not say it to anybody else.",
    "The other clips of the session are open to you as before.",
  ],
  "possible-link": [
    "The clip stays closed to you for now.",
    "Tell the chair, here in the room, that you may have a link. The chair decides whether you watch it; nobody else needs to know why.",
    "The other clips of the session are open to you as before.",
  ],
  "clip-skipped": [
    "You are not watching this clip, and you need not say why.",
    "The other clips of the session are open to you as before. If you change your mind while the session is open, you can come back.",
  ],
  "stopped-earlier": [
    "You recognised somebody in this clip, or declared a link to it, in an earlier session. It stays closed to you.",
    "If you think that is wrong, talk to the chair.",
  ],
};

/** What happens when an observer stops, and where to go. */
export function StoppedNotice({ reason, sessionPath }: StoppedNoticeProps) {
  return (
    <>
      <InsetText>
        <h2 className="govuk-heading-s">What happens next</h2>
        {HAPPENS_NEXT[reason].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </InsetText>
      <p>
        If what you saw stays with you, talk to the chair or to the welfare contact of your panel. That is
        what they are there for.
      </p>
      <ButtonLink to={sessionPath}>Back to the session</ButtonLink>
    </>
  );
}
