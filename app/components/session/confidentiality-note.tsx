import { InsetText } from "~/app/components/ui/inset-text";

/** What everybody agreed to, said again where footage is watched. */
export function ConfidentialityNote() {
  return (
    <InsetText>
      <h2 className="govuk-heading-s">What you see stays in the room</h2>
      <p>
        Do not record, photograph or share footage, do not talk about it outside the session, and do not try
        to find out who the people are. You can stop watching at any time, without giving a reason.
      </p>
    </InsetText>
  );
}
