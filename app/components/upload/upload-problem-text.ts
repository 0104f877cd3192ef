import { bytesText, LARGEST_UPLOAD_TEXT } from "~/app/components/upload/bytes-text";
import type { UploadProblem } from "~/domain/footage/upload-start";

/** Why a file was not taken. `bytes` is its length, where that is known. */
export function uploadProblemText(problem: UploadProblem, bytes: number | null = null): string {
  const TEXT: Record<UploadProblem, string> = {
    "empty-file": "Choose a file that is not empty",
    "file-too-large":
      bytes === null
        ? `The file is too large: the largest we take is ${LARGEST_UPLOAD_TEXT}. Export only the part that shows the encounter`
        : `The file has ${exactly(bytes)} and the largest we take is ${LARGEST_UPLOAD_TEXT}. Export only the part that shows the encounter`,
    "not-the-uploader": "Only the officer who registered this clip can upload its file",
    "already-received": "This clip has a file already. Go back to the clip to see how it stands",
    "broken-off": "The file did not arrive whole. Choose it again and upload it once more",
  };
  return TEXT[problem];
}

// A file just above the limit must not be said to be as large as the limit.
function exactly(bytes: number): string {
  const text = bytesText(bytes);
  return text === LARGEST_UPLOAD_TEXT ? `more than ${text}` : text;
}
