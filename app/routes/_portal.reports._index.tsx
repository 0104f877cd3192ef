import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { quarterText, STRATUM_TEXT } from "~/app/components/report/report-text";
import { Button } from "~/app/components/ui/button";
import { DateTime } from "~/app/components/ui/date-time";
import { EmptyState } from "~/app/components/ui/empty-state";
import { Form } from "~/app/components/ui/form";
import { ItemList } from "~/app/components/ui/item-list";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { askForReports } from "~/app/services/reports/ask-for-reports.server";
import { listReports } from "~/app/services/reports/list-reports.server";
import type { Stratum } from "~/domain/reports/escalation-report";

export const meta = () => [{ title: pageTitle("Reports") }];

export const loader = guard({ permission: "report:list", audit: "REPORT_LISTED" }, async ({ ctx }) => ({
  releases: await listReports(ctx),
}));

export const action = guard({ permission: "report:view", audit: "REPORT_REQUESTED" }, async ({ ctx }) => {
  await askForReports(ctx);
  return redirect(paths.reports());
});

export default function Reports() {
  const { releases } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead="Figures of quarters that are over. Each is fixed when it is made and never changes afterwards.">
        Reports
      </PageHeading>
      {releases.length === 0 ? (
        <EmptyState heading="No report yet">
          A report is made in the night after a quarter has ended. You can also ask for it now: it is ready
          within a minute if the quarter is over.
        </EmptyState>
      ) : (
        <ItemList
          label="Escalation by encounter type and area"
          items={releases.map((release) => ({
            key: `${release.quarter}-${release.stratum}`,
            title: `Escalation, ${quarterText(release.quarter)}`,
            to: paths.report(release.quarter, release.stratum),
            tag: STRATUM_TEXT[release.stratum as Stratum].name,
            meta: (
              <>
                Version {release.version}, made <DateTime value={release.compiledAt} show="date" />
              </>
            ),
          }))}
        />
      )}
      <Form>
        <Button variant="secondary">Make reports that are due</Button>
      </Form>
    </>
  );
}
