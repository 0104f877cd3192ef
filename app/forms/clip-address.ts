import { z } from "zod";
import { idField } from "~/app/forms/id-field";
import type { ClipId, PanelId, SessionId } from "~/domain/ids";

/** The address of a clip on the agenda of a session of a panel. */
export const ClipAddress = z.object({
  panelId: idField<PanelId>(),
  sessionId: idField<SessionId>(),
  clipId: idField<ClipId>(),
});
