import type { BrowserContext } from "@playwright/test";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { signInVisitor } from "~/setup/visitor";

/** Signs a planted person in without showing the form. Throws when the portal refuses. */
export async function signInAs(context: BrowserContext, url: string, email: string): Promise<void> {
  const { cookie } = await signInVisitor(url, email, PLANTED_PASSPHRASE);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
}
