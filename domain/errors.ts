/** The thing is not there, or this actor may not know that it is. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** The actor's role does not carry the permission. */
export class NotPermitted extends Error {
  override readonly name = "NotPermitted";
}

/** Somebody else changed the thing since this actor read it. */
export class Stale extends Error {
  override readonly name = "Stale";
}
