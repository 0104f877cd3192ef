import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { rejectionRefusalText } from "~/app/components/footage/release-text";
import { BackLink } from "~/app/components/ui/back-link";
import { Button } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { TextArea } from "~/app/components/ui/text-area";
import { WarningText } from "~/app/components/ui/warning-text";
import { RejectClipForm } from "~/app/forms/clip-decision-forms";
import { idField } from "~/app/forms/id-field";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getClip } from "~/app/services/footage/get-clip.server";
import { rejectClip } from "~/app/services/footage/reject-clip.server";
import { LONGEST_REJECTION_REASON } from "~/domain/footage/release";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });

export const meta: MetaFunction = () => [{ title: pageTitle("Reject a clip") }];

export const loader = guard(
  { permission: "clip:reject", audit: "CLIP_REJECT_ATTEMPTED", auditWhen: "denied", params: ClipAddress },
  async ({ ctx, params: { clipId } }) => {
    const { footage, isOwn, reference, stage, uploader } = await getClip(ctx, clipId);
    const isUnreleased = stage === "to-check" || stage === "waiting-for-check";
    if (!isUnreleased || footage === null) throw redirect(paths.clip(clipId));
    return { clipId, isOwn, reference, uploader, renditionId: footage.renditionId };
  },
);

export const action = guard(
  { permission: "clip:reject", audit: "CLIP_REJECT_ATTEMPTED", params: ClipAddress, form: RejectClipForm },
  async ({ ctx, input, params: { clipId } }) => {
    if (!input.ok) return invalid(input);
    const outcome = await rejectClip(ctx, { clipId, ...input.value });
    return outcome.ok
      ? redirect(paths.clip(clipId, "rejected"))
      : refusedBy(input, rejectionRefusalText[outcome.refusal]);
  },
);

export default function RejectClip() {
  const { clipId, isOwn, reference, renditionId, uploader } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={paths.clip(clipId)}>Clip {reference}</BackLink>
      <Form errors={errors}>
        <PageHeading>
          {isOwn ? "Take back" : "Reject"} clip {reference}
        </PageHeading>
        <WarningText>
          The uploaded file is deleted. {isOwn ? "You have" : `${uploader} has`} to upload another one.
        </WarningText>
        <input type="hidden" name="renditionId" value={renditionId} />
        <TextArea
          name="reason"
          label="What has to change"
          hint="Say where in the clip it is, such as 'at 0:42 a number plate can be read'. Do not name anybody."
          maxLength={LONGEST_REJECTION_REASON}
        />
        <Button variant="warning" busyText="Rejecting">
          {isOwn ? "Take this clip back" : "Reject this clip"}
        </Button>
      </Form>
    </>
  );
}
