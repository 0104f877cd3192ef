/** What the database held against a write: rows that are final, or a row that this actor may not write now. */
export type RefusedWrite = "final" | "closed";

const REFUSED_BY: Readonly<Record<string, RefusedWrite>> = { SL001: "final", "42501": "closed" };

/**
 * Why the database itself refused a write, read from what it threw; null when it failed for any other reason. The
 * transaction is over by then, so this is asked outside of it.
 */
export function refusedWriteOf(thrown: unknown): RefusedWrite | null {
  if (!(thrown instanceof Error) || !("code" in thrown) || typeof thrown.code !== "string") return null;
  return Object.hasOwn(REFUSED_BY, thrown.code) ? (REFUSED_BY[thrown.code] ?? null) : null;
}
