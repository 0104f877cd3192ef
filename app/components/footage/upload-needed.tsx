import type { ClipFacts } from "~/app/components/footage/clip-facts";
import { clipFailureText } from "~/app/components/footage/clip-failure-text";
import { ButtonLink } from "~/app/components/ui/button";
import { DateTime } from "~/app/components/ui/date-time";
import { NotificationBanner } from "~/app/components/ui/notification-banner";
import { paths } from "~/app/paths";

/** Asks for the file of a clip that has none, and says why an earlier one is not used. */
export function UploadNeeded({ clip }: { clip: ClipFacts }) {
  const failed = clip.stage === "failed" ? clipFailureText(clip.failure) : null;
  const isRejected = failed === null && clip.rejection !== null;
  const isAgain = failed !== null || isRejected;
  return (
    <>
      {failed ? (
        <NotificationBanner tone="important" heading={failed.what}>
          <p>{failed.next}</p>
        </NotificationBanner>
      ) : null}
      {isRejected ? <Rejection clip={clip} /> : null}
      {clip.isOwn ? (
        <>
          {isAgain || clip.hasOpenUpload ? null : (
            <p>The encounter is registered. Its redacted footage is still missing.</p>
          )}
          {clip.hasOpenUpload ? (
            <p>
              An upload was begun and has not arrived. Choose the same file again: it goes on where it
              stopped.
            </p>
          ) : null}
          <ButtonLink to={paths.clipUpload(clip.clipId)}>
            {isAgain ? "Upload another file" : "Upload the clip"}
          </ButtonLink>
        </>
      ) : (
        <p>
          {clip.uploader} registered this clip and has to upload {isAgain ? "another file" : "its file"}. You
          can check it afterwards.
        </p>
      )}
    </>
  );
}

function Rejection({ clip: { rejection } }: { clip: ClipFacts }) {
  if (rejection === null) return null;
  return (
    <NotificationBanner tone="important" heading={`${rejection.by} sent this clip back`}>
      <p className="app-clip-reason">{rejection.reason}</p>
      <p>
        <DateTime value={rejection.at} />
      </p>
    </NotificationBanner>
  );
}
