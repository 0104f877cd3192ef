import { moveSession } from "~/db/planting/sessions";
import { parseId, type SessionId } from "~/domain/ids";
import type { Scenario } from "~/seeds/scenarios/scenario";

/** `move-session SESSION MINUTES`: lets a session begin so many minutes from now, so that a journey need not wait for its window. */
export const moveSessionTo: Scenario = async ({ withOwner, wishes: [session, minutes] }) => {
  const sessionId = parseId<SessionId>(session);
  const startingIn = Number(minutes);
  if (sessionId === null || !Number.isInteger(startingIn)) {
    throw new Error("move-session needs the id of a session and a whole number of minutes");
  }
  await withOwner((trx) => moveSession(trx, sessionId, startingIn));
  return [];
};
