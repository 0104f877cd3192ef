import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pullRefusalText } from "~/app/components/footage/release-text";
import { BackLink } from "~/app/components/ui/back-link";
import { Button } from "~/app/components/ui/button";
import { Checkboxes } from "~/app/components/ui/checkboxes";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { WarningText } from "~/app/components/ui/warning-text";
import { PullClipForm } from "~/app/forms/clip-decision-forms";
import { idField } from "~/app/forms/id-field";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getClip } from "~/app/services/footage/get-clip.server";
import { pullClip } from "~/app/services/footage/pull-clip.server";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });

export const meta: MetaFunction = () => [{ title: pageTitle("Pull a clip") }];

export const loader = guard(
  { permission: "clip:pull", audit: "CLIP_PULL_ATTEMPTED", auditWhen: "denied", params: ClipAddress },
  async ({ ctx, params: { clipId } }) => {
    const { reference, stage } = await getClip(ctx, clipId);
    if (stage !== "released") throw redirect(paths.clip(clipId));
    return { clipId, reference };
  },
);

export const action = guard(
  { permission: "clip:pull", audit: "CLIP_PULL_ATTEMPTED", params: ClipAddress, form: PullClipForm },
  async ({ ctx, input, params: { clipId } }) => {
    if (!input.ok) return invalid(input);
    const outcome = await pullClip(ctx, { clipId, ...input.value });
    if (outcome.ok) return redirect(paths.clip(clipId, "pulled"));
    const message = pullRefusalText[outcome.refusal];
    return refusedBy(
      input,
      message,
      outcome.refusal === "confirmation-missing" ? { field: "isConfirmed" } : {},
    );
  },
);

export default function PullClip() {
  const { clipId, reference } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={paths.clip(clipId)}>Clip {reference}</BackLink>
      <Form errors={errors}>
        <PageHeading>Pull clip {reference}</PageHeading>
        <WarningText>
          Everybody who is watching this clip loses it within seconds, and it cannot be released again.
        </WarningText>
        <Checkboxes
          name="isConfirmed"
          legend="Are you sure?"
          choices={[{ value: "yes", label: "Yes, nobody on a panel may watch this clip any more" }]}
        />
        <Button variant="warning" busyText="Pulling">
          Pull this clip
        </Button>
      </Form>
    </>
  );
}
