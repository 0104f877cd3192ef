import { type FootageFile, parseFootageFile } from "~/app/services/footage/open-footage.server";
import { type ClipId, parseId, type SessionId } from "~/domain/ids";

/** Where somebody wants to watch a clip, and which of its files they ask for. */
export type MediaAddress =
  | {
      readonly place: "session";
      readonly sessionId: SessionId;
      readonly clipId: ClipId;
      readonly file: FootageFile;
    }
  | { readonly place: "preview"; readonly clipId: ClipId; readonly file: FootageFile };

// Matched against the address as it was sent: nothing is decoded or tidied up first, so there is one spelling only.
const ADDRESS =
  /^\/media(?:\/sessions\/(?<session>[0-9a-f-]{36}))?\/clips\/(?<clip>[0-9a-f-]{36})\/(?<file>[a-z0-9.-]{1,40})$/;

/** Reads an address of footage; null when it is none. A query is never part of one. */
export function parseMediaAddress(address: string): MediaAddress | null {
  const { session, clip, file: name = "" } = ADDRESS.exec(address)?.groups ?? {};
  const clipId = parseId<ClipId>(clip);
  const file = parseFootageFile(name);
  if (clipId === null || file === null) return null;
  if (session === undefined) return { place: "preview", clipId, file };
  const sessionId = parseId<SessionId>(session);
  return sessionId === null ? null : { place: "session", sessionId, clipId, file };
}
