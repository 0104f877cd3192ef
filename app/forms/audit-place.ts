import { z } from "zod";

/** Where in the audit log a page begins: below this number, or at the newest entry. */
export const AuditPlace = z.object({ before: z.coerce.number().int().positive().optional() });
