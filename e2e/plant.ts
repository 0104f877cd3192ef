import type { AnnouncedPortal } from "~/setup/announced-portal";
import { openDoor, whenDone } from "~/setup/child";

/** Runs a scenario of the seeds against the portal under test. */
export async function plant({ directory, env }: AnnouncedPortal, ...scenario: string[]): Promise<void> {
  await whenDone(
    openDoor({
      name: "seed",
      script: "seeds/run.ts",
      args: scenario,
      env,
      logFile: `${directory}/logs/seed.log`,
    }),
  );
}

/** Verifies the audit log of the portal under test; throws with what was found when it is broken. */
export async function verifyAudit({ directory, env }: AnnouncedPortal): Promise<string> {
  return whenDone(
    openDoor({ name: "audit", script: "db/audit-verify.ts", env, logFile: `${directory}/logs/audit.log` }),
  );
}
