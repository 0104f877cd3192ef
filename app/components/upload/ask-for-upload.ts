import { uploadProblemText } from "~/app/components/upload/upload-problem-text";
import { paths } from "~/app/paths";
import type { UploadProblem } from "~/domain/footage/upload-start";

/** Where a file may be sent, or in words why not. */
export type UploadAnswer =
  | { readonly ok: true; readonly uploadId: string }
  | { readonly ok: false; readonly message: string };

const SIGNED_OUT = "You are signed out. Sign in again in another window, then choose the file once more";
const UNREACHED = "The portal could not be reached. Check your connection, then try again";

/** Asks for room for a file, and whether an upload of the same file can be gone on with. */
export async function askForUpload(
  clipId: string,
  file: Pick<File, "size">,
  resumed: string | null,
): Promise<UploadAnswer> {
  try {
    const response = await fetch(paths.clipUploads(clipId), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ declaredBytes: file.size, resumed }),
    });
    if (response.redirected) return { ok: false, message: SIGNED_OUT };
    const answer: unknown = await response.json();
    const { problem, uploadId } = answer as { uploadId?: string; problem?: UploadProblem };
    if (uploadId !== undefined) return { ok: true, uploadId };
    return { ok: false, message: problem === undefined ? UNREACHED : uploadProblemText(problem, file.size) };
  } catch {
    return { ok: false, message: UNREACHED };
  }
}
