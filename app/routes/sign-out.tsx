import { redirect } from "@remix-run/node";
import { guardAccess } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { signOut } from "~/app/services/accounts/sign-out.server";

export const action = guardAccess(
  { permission: "account:sign-in", audit: "SIGNED_OUT", auditWhen: "denied" },
  async ({ ctx }, { cookie, means, visitor }) => {
    await signOut(ctx, means, visitor.authSessionId);
    return redirect(paths.signIn(), {
      headers: { "Set-Cookie": cookie.withdraw(), "Clear-Site-Data": '"cache", "storage"' },
    });
  },
);
