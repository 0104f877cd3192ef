import { paths } from "~/app/paths";

/** What a transfer tells of itself. */
export interface TransferListener {
  readonly onProgress: (sentBytes: number) => void;
  readonly onDone: () => void;
  /** The connection is lost; it goes on by itself when it is back. */
  readonly onInterrupted: () => void;
  /** It was refused for good, with this status. */
  readonly onStopped: (status: number) => void;
}

export interface Transfer {
  pause(): void;
  resume(): void;
  /** Lets go of it; what was sent stays where it is. */
  end(): void;
}

// Who may upload is asked again with each piece, so a piece must not last for hours; and each costs a round trip.
const PIECE_BYTES = 512 * 1024 * 1024;
const RETRY_AFTER_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000];
const KNOCK_AGAIN_MS = 15_000;
const FINAL: readonly number[] = [400, 401, 403, 404, 405, 410, 413, 415];

/** Sends a file to an upload that was made for it, going on where an earlier transfer broke off. */
export async function startTransfer(
  file: File,
  uploadId: string,
  { isResumed, listener }: { readonly isResumed: boolean; readonly listener: TransferListener },
): Promise<Transfer> {
  const { DetailedError, Upload } = await import("tus-js-client");
  const url = paths.uploads(uploadId);
  let knock: ReturnType<typeof setTimeout> | undefined;
  let isWaiting = false;

  const upload = new Upload(file, {
    endpoint: url,
    ...(isResumed && { uploadUrl: url }),
    chunkSize: PIECE_BYTES,
    retryDelays: RETRY_AFTER_MS,
    storeFingerprintForResuming: false,
    onShouldRetry: (error) => !FINAL.includes(error.originalResponse?.getStatus() ?? 0) && navigator.onLine,
    onProgress: listener.onProgress,
    onSuccess: () => {
      stopWaiting();
      listener.onDone();
    },
    onError: (error) => {
      const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? null) : null;
      if (status !== null && FINAL.includes(status)) return listener.onStopped(status);
      listener.onInterrupted();
      isWaiting = true;
      addEventListener("online", goOn);
      knock = setTimeout(goOn, KNOCK_AGAIN_MS);
    },
  });

  // Being online and having waited long enough may come at once, and must not send the same bytes twice.
  function goOn(): void {
    if (!isWaiting) return;
    stopWaiting();
    upload.start();
  }
  function stopWaiting(): void {
    isWaiting = false;
    clearTimeout(knock);
    removeEventListener("online", goOn);
  }
  function end(): void {
    stopWaiting();
    // Rejects only where it is asked to remove the upload as well.
    void upload.abort();
  }

  upload.start();
  return { pause: end, resume: () => upload.start(), end };
}
