import { createHash } from "node:crypto";

const SHAPE = /^[a-z2-7]{40}$/;

/** What is stored of an auth session's id. */
export function hashSessionId(id: string): Uint8Array {
  return createHash("sha256").update(id).digest();
}

/** Whether the text could be an id of ours at all; anything else never reaches the database. */
export function isSessionId(text: string): boolean {
  return SHAPE.test(text);
}
