import { Link } from "@remix-run/react";
import type { ClipFacts } from "~/app/components/footage/clip-facts";
import { paths } from "~/app/paths";

/** Tells the uploader who can release their clip. */
export function WaitingForCheck({ clip }: { clip: ClipFacts }) {
  const { bcuName } = clip.encounter;
  return (
    <>
      <h2 className="govuk-heading-m">Another officer has to release this clip</h2>
      {clip.colleagues.length === 0 ? (
        <p>
          You uploaded it, and no other liaison officer of {bcuName} has an account yet. Ask an administrator
          for one.
        </p>
      ) : (
        <>
          <p>You uploaded it, so one of these liaison officers of {bcuName} has to watch and release it:</p>
          <ul className="govuk-list govuk-list--bullet">
            {clip.colleagues.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        Have you seen something that should be hidden?{" "}
        <Link className="govuk-link" to={paths.rejectClip(clip.clipId)}>
          Take this file back
        </Link>{" "}
        and upload another one.
      </p>
    </>
  );
}
