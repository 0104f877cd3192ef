import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RegisterClipFields } from "~/app/components/footage/register-clip-fields";
import { registrationRefusalText } from "~/app/components/footage/register-clip-text";
import { BackLink } from "~/app/components/ui/back-link";
import { Button } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { RegisterClipForm } from "~/app/forms/register-clip-form";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getRegistrationChoices } from "~/app/services/footage/get-registration-choices.server";
import { registerClip } from "~/app/services/footage/register-clip.server";

export const meta: MetaFunction = () => [{ title: pageTitle("Register a clip") }];

export const loader = guard(
  { permission: "clip:register", audit: "CLIP_REGISTER_ATTEMPTED", auditWhen: "denied" },
  ({ ctx }) => getRegistrationChoices(ctx),
);

export const action = guard(
  { permission: "clip:register", audit: "CLIP_REGISTER_ATTEMPTED", form: RegisterClipForm },
  async ({ ctx, input }) => {
    if (!input.ok) return invalid(input);
    const outcome = await registerClip(ctx, input.value);
    if (outcome.ok) return redirect(paths.clipUpload(outcome.value));
    const { field, message } = registrationRefusalText[outcome.refusal];
    return refusedBy(input, message, field === undefined ? {} : { field });
  },
);

export default function RegisterClip() {
  const choices = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={paths.clips()}>Clips</BackLink>
      <Form errors={errors}>
        <PageHeading lead="Describe the encounter as it was recorded. Next you upload the redacted footage.">
          Register a clip
        </PageHeading>
        <RegisterClipFields choices={choices} />
        <Button busyText="Registering">Register and go on to the upload</Button>
      </Form>
    </>
  );
}
