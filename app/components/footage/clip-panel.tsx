import { Link } from "@remix-run/react";
import type { ClipFacts } from "~/app/components/footage/clip-facts";
import { ClipPreview } from "~/app/components/footage/clip-preview";
import { ClipProgress } from "~/app/components/footage/clip-progress";
import { ReleaseForm } from "~/app/components/footage/release-form";
import { UploadNeeded } from "~/app/components/footage/upload-needed";
import { WaitingForCheck } from "~/app/components/footage/waiting-for-check";
import { DateTime } from "~/app/components/ui/date-time";
import { paths } from "~/app/paths";

/** What there is to see and to do about a clip, by where it stands. */
export function ClipPanel({ clip, watermark }: { clip: ClipFacts; watermark: string }) {
  return <div className="app-clip-panel">{contentOf(clip, watermark)}</div>;
}

function contentOf(clip: ClipFacts, watermark: string) {
  const { clipId, footage, reference } = clip;
  const preview = footage ? (
    <ClipPreview
      clipId={clipId}
      reference={reference}
      durationMs={footage.durationMs}
      watermark={watermark}
    />
  ) : null;
  switch (clip.stage) {
    case "awaiting-upload":
    case "failed":
      return <UploadNeeded clip={clip} />;
    case "preparing":
      return <ClipProgress clipId={clipId} run={clip.run} />;
    case "to-check":
      return (
        <>
          {preview}
          {footage ? <ReleaseForm clipId={clipId} renditionId={footage.renditionId} /> : null}
        </>
      );
    case "waiting-for-check":
      return (
        <>
          {preview}
          <WaitingForCheck clip={clip} />
        </>
      );
    case "released":
      return (
        <>
          <p>
            {clip.releaser ?? "An officer"} released this clip
            {clip.releasedAt ? (
              <>
                {" "}
                on <DateTime value={clip.releasedAt} />
              </>
            ) : null}
            . Panels of its area can put it on the agenda of a session.
          </p>
          <p>
            Should nobody watch it any more?{" "}
            <Link className="govuk-link" to={paths.pullClip(clipId)}>
              Pull this clip
            </Link>
          </p>
        </>
      );
    case "pulled":
      return (
        <p>
          This clip was pulled
          {clip.pulledAt ? (
            <>
              {" "}
              on <DateTime value={clip.pulledAt} />
            </>
          ) : null}
          . Nobody on a panel can watch it.
        </p>
      );
    case "erased":
      return <p>The footage of this clip is deleted. What panels observed of it is kept.</p>;
  }
}
