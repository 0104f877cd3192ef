import { ReportKey } from "~/app/forms/report-key";
import { guard } from "~/app/http/guard.server";
import { exportReport } from "~/app/services/reports/export-report.server";

export const loader = guard(
  { permission: "report:export", audit: "REPORT_EXPORTED", params: ReportKey },
  async ({ ctx, params }) => {
    const { fileName, text } = await exportReport(ctx, params);
    return new Response(text, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${fileName}"`,
      },
    });
  },
);
