import { env } from "node:process";
import type { ThrowawayPortal } from "~/setup/throwaway-portal";

/** What a test knows of the portal that was started for all of them. */
export type AnnouncedPortal = Pick<ThrowawayPortal, "url" | "env" | "directory">;

/** Tells the processes that are started from now on where the portal is. */
export function announcePortal({ directory, env: portalEnv, url }: ThrowawayPortal): void {
  env.SIGHTLINE_E2E_PORTAL = JSON.stringify({ url, env: portalEnv, directory } satisfies AnnouncedPortal);
}

/** The portal that was announced; throws when there is none. */
export function announcedPortal(): AnnouncedPortal {
  const text = env.SIGHTLINE_E2E_PORTAL;
  if (!text) throw new Error("no portal was started for these tests");
  return JSON.parse(text) as AnnouncedPortal;
}
