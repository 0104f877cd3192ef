import type { BrowserContext } from "@playwright/test";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";

/** Signs a planted person in, as the form would but without showing it. Throws when the portal refuses. */
export async function signInAs(context: BrowserContext, url: string, email: string): Promise<void> {
  const reply = await context.request.post(`${url}/sign-in`, {
    form: { email, passphrase: PLANTED_PASSPHRASE, next: "/" },
    headers: { origin: url },
    maxRedirects: 0,
  });
  if (reply.status() !== 302) throw new Error(`${email} could not sign in: ${reply.status()}`);
}
