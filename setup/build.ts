import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "app",
  "domain",
  "db",
  "storage",
  "public",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
];
const BUILT = "build/server/index.js";

function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the website unless the build is newer than everything it is made from. Throws with the output when it fails. */
export function buildWebsite(): void {
  const isCurrent =
    existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...SOURCES.filter(existsSync).map(newest));
  if (isCurrent) return;
  const outcome = spawnSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (outcome.status !== 0)
    throw new Error(`the website could not be built:\n${outcome.stdout}\n${outcome.stderr}`);
}
