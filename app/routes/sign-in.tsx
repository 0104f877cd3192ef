import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { PasswordField } from "~/app/components/ui/password-field";
import { Shell } from "~/app/components/ui/shell";
import { TextField } from "~/app/components/ui/text-field";
import { SignInForm } from "~/app/forms/sign-in-form";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guardAccess } from "~/app/http/guard.server";
import { safeNext } from "~/app/http/safe-next.server";
import type { SignInRefusal } from "~/app/services/accounts/sign-in.server";
import { signIn } from "~/app/services/accounts/sign-in.server";

const REFUSAL_TEXT: Record<SignInRefusal, string> = {
  "not-recognised": "The email address or the passphrase is not right. Check both and try again.",
  "too-many-attempts": "There were too many tries. Wait an hour, then try again.",
  "too-busy": "Many people are signing in at this moment. Wait a minute, then try again.",
};

const SignInQuery = z.object({ next: z.string().optional().catch(undefined) });

export const meta: MetaFunction = () => [{ title: pageTitle("Sign in") }];

export const loader = guardAccess(
  { permission: "account:sign-in", audit: "SIGN_IN_VIEWED", query: SignInQuery },
  ({ person, query }, { publicUrl }) => {
    const next = safeNext(query.next, publicUrl);
    if (person !== null) throw redirect(next);
    return { next };
  },
);

export const action = guardAccess(
  { permission: "account:sign-in", audit: "SIGN_IN_FAILED", auditWhen: "denied", form: SignInForm },
  async ({ ctx, input }, { cookie, means, publicUrl, visitor }) => {
    if (!input.ok) return invalid(input);
    const { email, next, passphrase } = input.value;
    const { address, authSessionId: formerSessionId, origin } = visitor;
    const outcome = await signIn(ctx, means, { email, passphrase, address, origin, formerSessionId });
    if (!outcome.ok) {
      const status = outcome.refusal === "not-recognised" ? 409 : 429;
      return refusedBy(input, REFUSAL_TEXT[outcome.refusal], { status });
    }
    const { authSessionId, kind } = outcome.value;
    return redirect(safeNext(next, publicUrl), {
      headers: { "Set-Cookie": cookie.issue(authSessionId, kind) },
    });
  },
);

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <Shell>
      <Form errors={errors}>
        <PageHeading lead="For people who have an account with this portal.">Sign in</PageHeading>
        <input type="hidden" name="next" value={String(errors?.values.next ?? next)} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          inputMode="email"
          autoComplete="username"
          spellCheck={false}
          defaultValue={String(errors?.values.email ?? "")}
        />
        <PasswordField name="passphrase" label="Passphrase" autoComplete="current-password" />
        <Button busyText="Signing in">Sign in</Button>
      </Form>
    </Shell>
  );
}
