/** What the database held against a write: rows that are final, or a row that this actor may not write now. */
export type RefusedWrite = "final" | "closed";

/**
 * Why the database itself refused a write, read from what it threw; null when it failed for any other reason, a
 * missing grant included. The transaction is over by then, so this is asked outside of it.
 */
export function refusedWriteOf(thrown: unknown): RefusedWrite | null {
  if (!(thrown instanceof Error) || !("code" in thrown)) return null;
  if (thrown.code === "SL001") return "final";
  // Row-level security and missing grants share their code; where in Postgres it was raised tells them apart.
  const isPolicy =
    thrown.code === "42501" && "routine" in thrown && thrown.routine === "ExecWithCheckOptions";
  return isPolicy ? "closed" : null;
}
