/** The outcome of something a person can understand and act upon: a value, or the reason it was refused. */
export type Result<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** Wraps a value that was granted. */
export function granted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Names why something was refused; the sentence shown to people lives beside the form, not here. */
export function refused<R extends string>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
