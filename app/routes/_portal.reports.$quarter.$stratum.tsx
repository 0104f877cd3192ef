import { useLoaderData } from "@remix-run/react";
import { EscalationTables } from "~/app/components/report/escalation-tables";
import { quarterText, STRATUM_TEXT } from "~/app/components/report/report-text";
import { BackLink } from "~/app/components/ui/back-link";
import { ButtonLink } from "~/app/components/ui/button";
import { DateTime } from "~/app/components/ui/date-time";
import { Details } from "~/app/components/ui/details";
import { InsetText } from "~/app/components/ui/inset-text";
import { LinkTabs } from "~/app/components/ui/link-tabs";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { ReportKey } from "~/app/forms/report-key";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getReport } from "~/app/services/reports/get-report.server";
import { buildEscalationView } from "~/domain/reports/escalation-view";

export const meta = () => [{ title: pageTitle("Escalation by encounter type and area") }];

export const loader = guard(
  { permission: "report:view", audit: "REPORT_VIEWED", params: ReportKey },
  async ({ ctx, params }) => {
    const { release, report, encounterTypes, bcus } = await getReport(ctx, params);
    return { ...params, release, view: buildEscalationView(report, { encounterTypes, bcus }) };
  },
);

export default function Report() {
  const { quarter, stratum, release, view } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.reports()}>Back to reports</BackLink>
      <PageHeading
        caption={quarterText(quarter)}
        lead="Clips in which panel members saw the encounter escalate, by kind of encounter and police area."
      >
        Escalation by encounter type and area
      </PageHeading>
      <LinkTabs
        label="How the clips were selected"
        tabs={(["random", "targeted"] as const).map((one) => ({
          to: paths.report(quarter, one),
          text: STRATUM_TEXT[one].name,
          end: true,
        }))}
      />
      <p className="govuk-body">{STRATUM_TEXT[stratum].meaning}</p>
      <InsetText>
        <strong>[c]</strong> means that the figure is withheld: it is below 5, or rests on fewer than 3
        panels, or is a total that would give such a figure away. Every number shown is a true count.
      </InsetText>
      <EscalationTables view={view} />
      <ButtonLink to={paths.reportCsv(quarter, stratum)} variant="secondary" reloadDocument>
        Download as CSV
      </ButtonLink>
      <Details summary="How these figures are made">
        <p className="govuk-body">
          The unit of count is the clip of one encounter. A clip counts when at least 3 people of its panel
          sealed an observation of it. Escalation is <strong>seen</strong> when more of the observers who
          could judge saw the temperature rise by two steps or more than did not; <strong>not seen</strong>{" "}
          when fewer did; and <strong>not settled</strong> when they were evenly divided or fewer than 3 could
          judge.
        </p>
        <p className="govuk-body">All clips of this quarter and selection: {view.total}.</p>
        <p className="govuk-body">Left out because too few people observed them: {view.leftOut}.</p>
        <p className="govuk-body">
          Made <DateTime value={release.compiledAt} show="date" />, version {release.version}, under rule{" "}
          {release.ruleVersion}, with instrument {release.instrumentVersion}.
        </p>
      </Details>
    </>
  );
}
