/** A string that only the constructor of its own kind can make. */
type Branded<Name extends string> = string & { readonly __id: Name };

export type AccountId = Branded<"AccountId">;
export type PanelId = Branded<"PanelId">;
export type PanelMemberId = Branded<"PanelMemberId">;
export type SessionId = Branded<"SessionId">;
export type EncounterId = Branded<"EncounterId">;
export type ClipId = Branded<"ClipId">;
export type UploadId = Branded<"UploadId">;
export type RenditionId = Branded<"RenditionId">;
export type ObservationId = Branded<"ObservationId">;
export type EventMarkId = Branded<"EventMarkId">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads an id from a URL or a form: null when it is not a lower-case UUID. */
export function parseId<Id extends string>(text: unknown): Id | null {
  return typeof text === "string" && UUID.test(text) ? (text as Id) : null;
}
