import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/app/components/ui/back-link";
import { ButtonLink } from "~/app/components/ui/button";
import { DataTable } from "~/app/components/ui/data-table";
import { DateTime } from "~/app/components/ui/date-time";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { AuditPlace } from "~/app/forms/audit-place";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { listAudit } from "~/app/services/audit/list-audit.server";

export const meta = () => [{ title: pageTitle("Audit log") }];

export const loader = guard(
  { permission: "audit:view", audit: "AUDIT_VIEWED", query: AuditPlace },
  async ({ ctx, query }) => ({
    before: query.before ?? null,
    ...(await listAudit(ctx, query.before ?? null)),
  }),
);

type Entry = ReturnType<typeof useLoaderData<typeof loader>>["entries"][number];

const COLUMNS = [
  { header: "No.", cell: (entry: Entry) => String(entry.seq), rowHeader: true },
  { header: "When", cell: (entry: Entry) => <DateTime value={entry.at} /> },
  { header: "Event", cell: (entry: Entry) => <code>{entry.event}</code> },
  { header: "Outcome", cell: (entry: Entry) => entry.outcome },
  { header: "Who", cell: (entry: Entry) => entry.actor ?? entry.actorRole },
  { header: "On what", cell: (entry: Entry) => `${entry.objectType} ${entry.objectId ?? ""}` },
];

export default function AuditLog() {
  const { before, entries, older } = useLoaderData<typeof loader>();
  return (
    <>
      {before === null ? null : <BackLink to={paths.auditLog()}>Back to the newest entries</BackLink>}
      <PageHeading lead="Every act and every refusal, newest first. People and things appear by id only; content is never logged.">
        Audit log
      </PageHeading>
      <DataTable
        caption="Entries"
        captionSize="hidden"
        columns={COLUMNS}
        rows={entries}
        rowKey={({ seq }) => String(seq)}
        note="The chain is checked with npm run audit:verify."
      />
      {older === null ? null : (
        <ButtonLink to={paths.auditLog(older)} variant="secondary">
          Older entries
        </ButtonLink>
      )}
    </>
  );
}
