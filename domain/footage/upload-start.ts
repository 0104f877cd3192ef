import type { MediaState } from "~/domain/footage/clip-stage";
import { decideUploadSize, type UploadSizeRefusal } from "~/domain/footage/upload-limits";
import type { AccountId } from "~/domain/ids";
import { type Result, refused } from "~/domain/result";

export type UploadStartRefusal = UploadSizeRefusal | "not-the-uploader" | "already-received";

/** Why a file did not get here; `broken-off`: less of it came than was announced. */
export type UploadProblem = UploadStartRefusal | "broken-off";

const WAITING: readonly MediaState[] = ["awaiting_upload", "failed"];

/**
 * Whether an officer may upload so many bytes for a clip: only whoever registered it, so that it stays clear who must
 * not release it, and only while it has no file that can be used.
 */
export function decideUploadStart(
  request: { readonly officer: AccountId; readonly declaredBytes: number },
  clip: { readonly uploadedBy: AccountId; readonly mediaState: MediaState },
): Result<number, UploadStartRefusal> {
  if (clip.uploadedBy !== request.officer) return refused("not-the-uploader");
  if (!WAITING.includes(clip.mediaState)) return refused("already-received");
  return decideUploadSize(request.declaredBytes);
}
