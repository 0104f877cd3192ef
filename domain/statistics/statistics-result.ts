/** What a calculation gives: a value, or the reason why there is none. */
export type StatisticsResult<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };
