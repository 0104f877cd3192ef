import { useEffect, useRef, useState } from "react";
import { askForUpload } from "~/app/components/upload/ask-for-upload";
import { forgetUpload, rememberedUpload, rememberUpload } from "~/app/components/upload/remembered-upload";
import { addSample, secondsLeft, type TransferSample } from "~/app/components/upload/transfer-rate";
import { startTransfer, type Transfer } from "~/app/components/upload/tus-transfer";

/** Where the upload of a file stands. */
export type UploadState =
  | { readonly phase: "choosing"; readonly message: string | null }
  | {
      readonly phase: "starting" | "sending" | "paused" | "interrupted" | "arrived";
      readonly fileName: string;
      readonly totalBytes: number;
      readonly sentBytes: number;
      readonly secondsLeft: number | null;
    };

const STOPPED: Record<number, string> = {
  401: "You were signed out. Sign in again, then choose the same file: it goes on where it stopped",
  410: "This upload was given up because another one was begun. Choose the file again",
  413: "The file changed while it was being uploaded. Choose it again",
};
const STOPPED_OTHERWISE = "The upload cannot go on. Choose the file again";

/** Sends the file of a clip and says how far it is; `onArrived` is called once all of it is there. */
export function useClipUpload(clipId: string, message: string | null, onArrived: () => void) {
  const [state, setState] = useState<UploadState>({ phase: "choosing", message });
  const transfer = useRef<Transfer | null>(null);
  const isUnderWay = state.phase !== "choosing" && state.phase !== "arrived";

  useEffect(() => () => transfer.current?.end(), []);
  useEffect(() => {
    if (!isUnderWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnderWay]);

  const enter = (phase: Exclude<UploadState["phase"], "choosing">) =>
    setState((now) => (now.phase === "choosing" ? now : { ...now, phase, secondsLeft: null }));

  async function send(file: File): Promise<void> {
    const facts = { fileName: file.name, totalBytes: file.size, sentBytes: 0, secondsLeft: null };
    setState({ phase: "starting", ...facts });
    const remembered = rememberedUpload(clipId, file);
    const answer = await askForUpload(clipId, file, remembered);
    if (!answer.ok) return setState({ phase: "choosing", message: answer.message });
    rememberUpload(clipId, file, answer.uploadId);
    let samples: readonly TransferSample[] = [];
    transfer.current = await startTransfer(file, answer.uploadId, {
      isResumed: answer.uploadId === remembered,
      listener: {
        onProgress: (sentBytes) => {
          samples = addSample(samples, { atMs: performance.now(), bytes: sentBytes });
          const left = secondsLeft(samples, file.size);
          setState({ phase: "sending", ...facts, sentBytes, secondsLeft: left });
        },
        onDone: () => {
          forgetUpload(clipId, file);
          setState({ phase: "arrived", ...facts, sentBytes: file.size });
          onArrived();
        },
        onInterrupted: () => {
          samples = [];
          enter("interrupted");
        },
        onStopped: (status) => {
          if (status !== 401) forgetUpload(clipId, file);
          setState({ phase: "choosing", message: STOPPED[status] ?? STOPPED_OTHERWISE });
        },
      },
    });
  }

  return {
    state,
    send,
    pause() {
      transfer.current?.pause();
      enter("paused");
    },
    resume() {
      transfer.current?.resume();
      enter("sending");
    },
    chooseAgain() {
      transfer.current?.end();
      setState({ phase: "choosing", message: null });
    },
  };
}
