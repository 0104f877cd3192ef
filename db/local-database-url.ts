import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The owner's address of the embedded database kept in `directory`, or null when there is none. */
export async function localDatabaseUrl(directory: string, port: number): Promise<string | null> {
  try {
    const passphrase = await readFile(join(directory, "postgres", "owner-passphrase"), "utf8");
    return `postgres://sightline_owner:${passphrase.trim()}@127.0.0.1:${port}/sightline`;
  } catch {
    return null;
  }
}
