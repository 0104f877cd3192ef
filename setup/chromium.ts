import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { env } from "node:process";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const ARGUMENTS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A muted clip may play without a click, and an audible one must not need a loudspeaker.
  "--mute-audio",
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findChromium(): string {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? "").split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (!found) throw new Error(`none of ${NAMES.join(", ")} is installed; CHROMIUM_PATH can name one`);
  return found;
}

/** How Playwright starts the system's Chromium: its own download has no H.264. Throws when there is none. */
export function chromiumLaunch(): { readonly executablePath: string; readonly args: string[] } {
  // Chromium refuses to build its sandbox as root.
  const isRoot = process.getuid?.() === 0;
  return { executablePath: findChromium(), args: [...ARGUMENTS, ...(isRoot ? ["--no-sandbox"] : [])] };
}
