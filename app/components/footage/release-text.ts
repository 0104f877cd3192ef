import type { PullRefusal, RejectionRefusal, ReleaseRefusal } from "~/domain/footage/release";

/** Why a clip was not released. */
export const releaseRefusalText: Record<ReleaseRefusal, string> = {
  "own-upload": "You uploaded this clip, so another liaison officer has to release it",
  "not-prepared": "This clip cannot be released now, because there is nothing to watch yet",
  "already-released": "This clip has been released already",
  "replaced-meanwhile": "Another file has taken the place of the one you watched. Watch the new one first",
  "confirmation-missing": "Confirm that you have watched the whole clip",
};

/** Why a clip was not sent back. */
export const rejectionRefusalText: Record<RejectionRefusal, string> = {
  "not-prepared": "This clip cannot be rejected now, because there is nothing to watch yet",
  "already-released": "This clip has been released, so it can no longer be rejected. You can pull it instead",
  "replaced-meanwhile": "Another file has taken the place of the one you watched. Watch the new one first",
};

/** Why a clip was not pulled. */
export const pullRefusalText: Record<PullRefusal, string> = {
  "not-released": "This clip is not released, so nobody on a panel can watch it",
  "already-pulled": "This clip has been pulled already",
  "confirmation-missing": "Confirm that you want to pull this clip",
};
