import { Button, ButtonGroup } from "~/app/components/ui/button";
import { ProgressBar } from "~/app/components/ui/progress-bar";
import { bytesText } from "~/app/components/upload/bytes-text";
import { timeLeftText } from "~/app/components/upload/time-left-text";
import type { UploadState } from "~/app/components/upload/use-clip-upload";

interface UploadProgressProps {
  state: Exclude<UploadState, { phase: "choosing" }>;
  onPause: () => void;
  onResume: () => void;
  onChooseAgain: () => void;
}

const NEWS: Record<UploadProgressProps["state"]["phase"], string> = {
  starting: "Getting ready to upload.",
  sending: "Keep this page open until the file has arrived.",
  paused: "Paused. What has arrived is kept.",
  interrupted: "The connection is lost. The upload goes on by itself when it is back.",
  arrived: "The file has arrived.",
};

/** How far a file is, and the ways to stop it and to go on. */
export function UploadProgress({ state, onChooseAgain, onPause, onResume }: UploadProgressProps) {
  const { fileName, phase, secondsLeft, sentBytes, totalBytes } = state;
  const percent = Math.floor((sentBytes / totalBytes) * 100);
  const amount = [
    `${percent}%`,
    `${bytesText(sentBytes)} of ${bytesText(totalBytes)}`,
    ...(phase === "sending" && secondsLeft !== null ? [timeLeftText(secondsLeft)] : []),
  ].join(", ");
  const isWaiting = phase === "starting" || phase === "arrived";
  return (
    <div className="app-upload">
      <ProgressBar label={fileName} value={sentBytes} max={totalBytes} amount={amount} />
      <p role="status">{NEWS[phase]}</p>
      {isWaiting ? null : (
        <ButtonGroup>
          {phase === "paused" ? (
            <Button type="button" onClick={onResume}>
              Resume
            </Button>
          ) : (
            <Button type="button" variant="secondary" onClick={onPause}>
              Pause
            </Button>
          )}
          {phase === "sending" ? null : (
            <Button type="button" variant="quiet" onClick={onChooseAgain}>
              Choose another file
            </Button>
          )}
        </ButtonGroup>
      )}
    </div>
  );
}
