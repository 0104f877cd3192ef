import { compileEscalationReports } from "~/app/services/reports/compile-escalation-reports.server";
import type { TaskHandler } from "~/worker/task";

export const compileReports: TaskHandler<"compile-reports"> = async (ctx) => {
  const count = await compileEscalationReports(ctx);
  ctx.log("info", "reports compiled", { count });
};
