import { env } from "node:process";
import { verifyAuditChain } from "~/db/audit-chain";
import { localDatabaseUrl } from "~/db/local-database-url";

const databaseUrl =
  env.DATABASE_URL ??
  (await localDatabaseUrl(env.SIGHTLINE_DATA ?? "data", Number(env.EMBEDDED_PG_PORT ?? 5499)));
if (!databaseUrl) {
  process.stderr.write(
    "audit:verify needs DATABASE_URL with an owner's or auditor's credentials, or a demo in data/\n",
  );
  process.exit(2);
}
const started = performance.now();
const report = await verifyAuditChain(databaseUrl, process.argv[2]);
if (report.ok) {
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  process.stdout.write(
    `the audit chain is whole: ${report.entries} entries in ${seconds} s\nhead ${report.head}\n`,
  );
} else {
  process.stderr.write(`the audit chain is broken at entry ${report.seq}: ${report.reason}\n`);
  process.exit(1);
}
