import { createHmac } from "node:crypto";
import type { Audience } from "~/domain/accounts/actor";

/** The database role that serves each audience. */
export const ROLE_OF_AUDIENCE: Record<Audience, string> = {
  web: "app_web",
  panel: "app_panel",
  liaison: "app_liaison",
  mopac: "app_mopac",
  audit: "app_audit",
  admin: "app_admin",
  worker: "app_worker",
};

/** The role that owns the queue's tables and takes jobs from them. */
export const QUEUE_ROLE = "app_queue";

/** The passphrase of one role: HMAC-SHA256 of its name, so that one secret serves and no passphrase is stored. */
export function rolePassphrase(roleSecret: string, role: string): string {
  return createHmac("sha256", roleSecret).update(role).digest("base64url");
}

/** The address in `databaseUrl` with the credentials of one role instead of those it came with. */
export function urlForRole(databaseUrl: string, roleSecret: string, role: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = rolePassphrase(roleSecret, role);
  return url.href;
}
