import { runAmountText, runStageText } from "~/app/components/footage/run-stage-text";
import { useClipProgress } from "~/app/components/footage/use-clip-progress";
import { ProgressBar } from "~/app/components/ui/progress-bar";
import { paths } from "~/app/paths";
import type { RunProgress } from "~/domain/footage/job-run";

/** How far the worker has come with a clip; it follows by itself, or by a link where no scripts run. */
export function ClipProgress({ clipId, run }: { clipId: string; run: RunProgress | null }) {
  const { isLive, latest } = useClipProgress(clipId, run);
  const { progress, stage } = latest ?? { stage: "waiting", progress: 0 };
  const isWaiting = stage === "waiting";
  return (
    <>
      <ProgressBar
        label={runStageText(stage)}
        value={isWaiting ? undefined : progress * 100}
        amount={isWaiting ? "" : runAmountText(progress)}
      />
      <p>This can take as long as the clip itself lasts. You can leave this page: it goes on without you.</p>
      {isLive ? null : (
        <p>
          <a className="govuk-link" href={paths.clip(clipId)}>
            Refresh to see how far it is
          </a>
        </p>
      )}
    </>
  );
}
