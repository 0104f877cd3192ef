import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { footageStyles } from "~/app/components/footage/footage-styles";
import { BackLink } from "~/app/components/ui/back-link";
import { InsetText } from "~/app/components/ui/inset-text";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { ClipUpload } from "~/app/components/upload/clip-upload";
import { uploadProblemText } from "~/app/components/upload/upload-problem-text";
import { idField } from "~/app/forms/id-field";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getClip } from "~/app/services/footage/get-clip.server";
import { settleUpload } from "~/app/services/footage/settle-upload.server";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });
const UploadQuery = z.object({
  problem: z
    .enum(["empty-file", "file-too-large", "not-the-uploader", "already-received", "broken-off"])
    .optional()
    .catch(undefined),
});

export const links = footageStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("Upload the clip") }];

export const loader = guard(
  {
    permission: "clip:upload",
    audit: "UPLOAD_START_ATTEMPTED",
    auditWhen: "denied",
    params: ClipAddress,
    query: UploadQuery,
  },
  async ({ ctx, params: { clipId }, query: { problem } }) => {
    await settleUpload(ctx, clipId);
    const { isOwn, reference, stage } = await getClip(ctx, clipId);
    const isWaiting = isOwn && (stage === "awaiting-upload" || stage === "failed");
    if (!isWaiting) throw redirect(paths.clip(clipId));
    return { clipId, reference, message: problem === undefined ? null : uploadProblemText(problem) };
  },
);

export default function UploadClip() {
  const { clipId, message, reference } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.clip(clipId)}>Clip {reference}</BackLink>
      <ClipUpload clipId={clipId} message={message}>
        <PageHeading caption={`Clip ${reference}`}>Upload the redacted footage</PageHeading>
        <InsetText>
          <p>
            <strong>Upload redacted footage only.</strong> Nobody on a panel may be able to tell who a member
            of the public is: hide faces, names, addresses, number plates and voices that give somebody away.
          </p>
          <p>Another liaison officer watches the whole clip before a panel can see any of it.</p>
        </InsetText>
      </ClipUpload>
    </>
  );
}
