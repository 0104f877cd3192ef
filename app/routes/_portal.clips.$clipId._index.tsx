import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CLIP_NEWS, ClipNewsBanner } from "~/app/components/footage/clip-news";
import { ClipPanel } from "~/app/components/footage/clip-panel";
import { clipStageText } from "~/app/components/footage/clip-stage-text";
import { EncounterSummary } from "~/app/components/footage/encounter-summary";
import { footageStyles } from "~/app/components/footage/footage-styles";
import { BackLink } from "~/app/components/ui/back-link";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { Tag } from "~/app/components/ui/tag";
import { idField } from "~/app/forms/id-field";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getClip } from "~/app/services/footage/get-clip.server";
import { settleUpload } from "~/app/services/footage/settle-upload.server";
import type { ClipId } from "~/domain/ids";

const ClipAddress = z.object({ clipId: idField<ClipId>() });
const ClipQuery = z.object({ news: z.enum(CLIP_NEWS).optional().catch(undefined) });

export const links = footageStyles;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Clip ${data.clip.reference}` : "Clip") },
];

export const loader = guard(
  { permission: "clip:view", audit: "CLIP_VIEWED", params: ClipAddress, query: ClipQuery },
  async ({ ctx, params: { clipId }, person, query }) => {
    await settleUpload(ctx, clipId);
    return { clip: await getClip(ctx, clipId), news: query.news, watermark: person?.shortCode ?? "" };
  },
);

export default function Clip() {
  const { clip, news, watermark } = useLoaderData<typeof loader>();
  const { text, tone } = clipStageText[clip.stage];
  return (
    <>
      <BackLink to={paths.clips()}>Clips</BackLink>
      <ClipNewsBanner news={news} />
      <PageHeading
        caption={`${clip.encounter.encounterType}, ${clip.encounter.borough}`}
        action={<Tag tone={tone}>{text}</Tag>}
      >
        Clip {clip.reference}
      </PageHeading>
      <ClipPanel clip={clip} watermark={watermark} />
      <h2 className="govuk-heading-m">The encounter</h2>
      <EncounterSummary encounter={clip.encounter} ageDays={clip.ageDays} stage={clip.stage} />
    </>
  );
}
