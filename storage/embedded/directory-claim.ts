import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { createServer } from "node:net";

/**
 * Claims a directory for this process and answers how to let go of it. Refuses while another process holds it,
 * because two endpoints would sweep away each other's unfinished files. The claim is a Linux abstract socket, which
 * cannot outlive its process; on other systems nothing is claimed.
 */
export async function claimDirectory(directory: string): Promise<() => Promise<void>> {
  if (process.platform !== "linux") return async () => {};
  const path = await realpath(directory);
  const name = `\0sightline-embedded-s3-${createHash("sha256").update(path).digest("hex").slice(0, 32)}`;
  const claim = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    claim.once("error", () => reject(new Error(`Another embedded S3 is using the directory ${directory}.`)));
    claim.listen(name, resolve);
  });
  claim.unref();
  return () => new Promise((resolve) => claim.close(() => resolve()));
}
