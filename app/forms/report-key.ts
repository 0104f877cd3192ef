import { z } from "zod";
import { STRATA } from "~/domain/reports/escalation-report";
import { parseQuarter, type Quarter } from "~/domain/reports/quarter";

/** Which report an address names. */
export const ReportKey = z.strictObject({
  quarter: z.custom<Quarter>((text) => parseQuarter(text) !== null),
  stratum: z.enum(STRATA),
});
