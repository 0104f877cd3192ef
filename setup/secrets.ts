import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a portal without an operator makes up for itself, once, and keeps in its data folder. */
export interface LocalSecrets {
  readonly roleSecret: string;
  readonly s3AccessKeyId: string;
  readonly s3SecretAccessKey: string;
  readonly masterKey: string;
}

function inventSecrets(): LocalSecrets {
  return {
    roleSecret: randomBytes(36).toString("base64url"),
    s3AccessKeyId: `SL${randomBytes(9).toString("hex").toUpperCase()}`,
    s3SecretAccessKey: randomBytes(30).toString("base64url"),
    masterKey: randomBytes(32).toString("base64"),
  };
}

/** The secrets of the portal in `directory`, readable by this user alone; the same ones at every start. */
export async function localSecrets(directory: string): Promise<LocalSecrets> {
  const file = join(directory, "secrets.json");
  await mkdir(directory, { recursive: true });
  try {
    return JSON.parse(await readFile(file, "utf8")) as LocalSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    const secrets = inventSecrets();
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  }
}
