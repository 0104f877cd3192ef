import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "~/setup/free-ports";
import { openPortal, type Portal, type PortalOptions } from "~/setup/portal";

export interface ThrowawayPortal extends Portal {
  /** Where its data and its logs are until it is closed. */
  readonly directory: string;
}

/** A whole portal on free ports over an empty directory; `close` stops it and removes the directory. */
export async function openThrowawayPortal(
  options: Pick<PortalOptions, "env" | "onStep"> = {},
): Promise<ThrowawayPortal> {
  const directory = await mkdtemp(join(tmpdir(), "sightline-portal-"));
  // Started by root, PostgreSQL runs as a user of its own, who must find the way to its folder.
  await chmod(directory, 0o711);
  const forget = () => rm(directory, { recursive: true, force: true });
  try {
    const portal = await openPortal({ ...options, directory, ports: await freePorts() });
    let closing: Promise<void> | undefined;
    return {
      ...portal,
      directory,
      close() {
        closing ??= portal.close().then(forget);
        return closing;
      },
    };
  } catch (error) {
    await forget();
    throw error;
  }
}
