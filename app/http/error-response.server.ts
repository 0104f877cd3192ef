import { randomBytes } from "node:crypto";
import { data } from "@remix-run/node";

/** The request itself cannot be read: a body that is no form, a query that fits no page. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
}

type ErrorStatus = 400 | 403 | 404 | 409 | 500;

/** What of an error may leave the house. */
export interface ErrorReply {
  readonly status: ErrorStatus;
  /** Quoted by the person, found in the log; only a failure of ours has one. */
  readonly reference: string | null;
}

/**
 * The status that answers an error. On a thing, what is missing and what is forbidden are one and the same 404,
 * because existence is information.
 */
function statusOf(error: unknown, isAboutThing: boolean): ErrorStatus {
  // By name, because the door and the pages are two module graphs with a class of each.
  switch (error instanceof Error ? error.name : null) {
    case "NotFound":
      return 404;
    case "NotPermitted":
      return isAboutThing ? 404 : 403;
    case "Stale":
      return 409;
    case "BadRequest":
      return 400;
    default:
      return 500;
  }
}

/** Translates an error into its reply; a failure of ours is reported on the way. */
export function toReply(
  error: unknown,
  isAboutThing: boolean,
  reportError: (error: unknown) => string,
): ErrorReply {
  const status = statusOf(error, isAboutThing);
  return { status, reference: status === 500 ? reportError(error) : null };
}

/** The reply as a route throws it: the error page reads status and reference, and there is nothing else to read. */
export function toThrown({ status, reference }: ErrorReply) {
  return data(reference === null ? null : { reference }, { status });
}

/** A reference that can be read out on the telephone. */
export function createReference(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  const text = Array.from(randomBytes(8), (byte) => letters.charAt(byte % letters.length)).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
