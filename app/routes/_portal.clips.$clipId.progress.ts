import { z } from "zod";
import { idField } from "~/app/forms/id-field";
import { guard } from "~/app/http/guard.server";
import { getClipProgress } from "~/app/services/footage/get-clip-progress.server";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });

// Asked each second by a page whose opening was written down.
export const loader = guard(
  { permission: "clip:view", audit: "CLIP_VIEWED", auditWhen: "denied", params: ClipAddress },
  ({ ctx, params }) => getClipProgress(ctx, params.clipId),
);
