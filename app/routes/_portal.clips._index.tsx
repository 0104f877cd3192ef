import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ClipList } from "~/app/components/footage/clip-list";
import { footageStyles } from "~/app/components/footage/footage-styles";
import { ButtonLink } from "~/app/components/ui/button";
import { EmptyState } from "~/app/components/ui/empty-state";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { Pagination } from "~/app/components/ui/pagination";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { listClips } from "~/app/services/footage/list-clips.server";

const ClipsQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const links = footageStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("Clips") }];

export const loader = guard(
  { permission: "clip:list", audit: "CLIP_LISTED", query: ClipsQuery },
  ({ ctx, query }) => listClips(ctx, query.page),
);

export default function Clips() {
  const { clips, page, pageCount } = useLoaderData<typeof loader>();
  const register = <ButtonLink to={paths.newClip()}>Register a clip</ButtonLink>;
  if (clips.length === 0)
    return (
      <>
        <PageHeading>Clips</PageHeading>
        <EmptyState heading={page > 1 ? "No more clips" : "No clip yet"} action={register}>
          <p>
            Register an encounter of your command unit and upload its redacted footage. A second officer
            checks it before a panel can watch it.
          </p>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeading lead="Clips of your command unit. Those that need somebody come first." action={register}>
        Clips
      </PageHeading>
      <ClipList clips={clips} />
      <Pagination page={page} pageCount={pageCount} hrefFor={paths.clips} label="Pages of clips" />
    </>
  );
}
