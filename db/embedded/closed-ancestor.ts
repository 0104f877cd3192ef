import { stat } from "node:fs/promises";
import { dirname } from "node:path";

const OTHERS_MAY_ENTER = 0o001;

/** The nearest folder on the way to `path`, itself included, that other users may not enter; null when all are open. */
export async function closedAncestor(path: string): Promise<string | null> {
  const { mode } = await stat(path);
  if ((mode & OTHERS_MAY_ENTER) === 0) return path;
  const parent = dirname(path);
  return parent === path ? null : closedAncestor(parent);
}
