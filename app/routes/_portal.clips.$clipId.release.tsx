import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ClipPreview } from "~/app/components/footage/clip-preview";
import { footageStyles } from "~/app/components/footage/footage-styles";
import { ReleaseForm } from "~/app/components/footage/release-form";
import { releaseRefusalText } from "~/app/components/footage/release-text";
import { BackLink } from "~/app/components/ui/back-link";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { ReleaseClipForm } from "~/app/forms/clip-decision-forms";
import { idField } from "~/app/forms/id-field";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getClip } from "~/app/services/footage/get-clip.server";
import { releaseClip } from "~/app/services/footage/release-clip.server";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });

export const links = footageStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("Release a clip") }];

export const loader = guard(
  { permission: "clip:release", audit: "CLIP_RELEASE_ATTEMPTED", auditWhen: "denied", params: ClipAddress },
  async ({ ctx, params: { clipId }, person }) => {
    const { footage, reference, stage } = await getClip(ctx, clipId);
    if (stage !== "to-check" || footage === null) throw redirect(paths.clip(clipId));
    return { clipId, reference, ...footage, watermark: person?.shortCode ?? "" };
  },
);

export const action = guard(
  {
    permission: "clip:release",
    audit: "CLIP_RELEASE_ATTEMPTED",
    params: ClipAddress,
    form: ReleaseClipForm,
  },
  async ({ ctx, input, params: { clipId } }) => {
    if (!input.ok) return invalid(input);
    const outcome = await releaseClip(ctx, { clipId, ...input.value });
    if (outcome.ok) return redirect(paths.clip(clipId, "released"));
    const message = releaseRefusalText[outcome.refusal];
    return refusedBy(
      input,
      message,
      outcome.refusal === "confirmation-missing" ? { field: "hasWatchedAll" } : {},
    );
  },
);

export default function ReleaseClip() {
  const { clipId, durationMs, reference, renditionId, watermark } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={paths.clip(clipId)}>Clip {reference}</BackLink>
      <ReleaseForm clipId={clipId} renditionId={renditionId} errors={errors}>
        <PageHeading lead="Watch the whole clip with sound before you answer.">
          Release clip {reference}
        </PageHeading>
        <ClipPreview clipId={clipId} reference={reference} durationMs={durationMs} watermark={watermark} />
      </ReleaseForm>
    </>
  );
}
