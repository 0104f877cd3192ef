import { compileEscalationReports } from "~/app/services/reports/compile-escalation-reports.server";
import { listWatchableClips } from "~/db/planting/footage";
import { findPlantedAccount, hasAccounts } from "~/db/planting/people";
import { WORKER_ACTOR } from "~/domain/accounts/actor";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { LEAD_CAST, plantCast } from "~/seeds/scenarios/demo-cast";
import { NEWHAM, plantClips } from "~/seeds/scenarios/demo-clips";
import { plantHistory } from "~/seeds/scenarios/demo-history";
import { keepSessionOpen, plantComingSessions } from "~/seeds/scenarios/demo-sessions";
import type { Means, Scenario } from "~/seeds/scenarios/scenario";

const ROLES: Readonly<Record<keyof typeof LEAD_CAST, string>> = {
  uploader: "Met liaison officer, North East: registers and uploads clips",
  checker: "Met liaison officer, North East: checks and releases what the other uploaded",
  chair: "Chair of the Newham Community Monitoring Group: books sessions, sets the agenda",
  member: "Panel member: seated in the session that is open now",
  second: "Panel member: has not accepted a seat yet",
  analyst: "MOPAC analyst: reports",
  auditor: "Auditor: the audit log",
  administrator: "Administrator: accounts, no content",
};

/** The demo: planted once, and with a session that is open at every start. */
export const plantDemo: Scenario = async (means) => {
  const { withOwner, services } = means;
  await plantFirstDay(means);
  await withOwner((trx) => keepSessionOpen(trx, services.now()));
  return [
    "Sign in as",
    ...(Object.keys(ROLES) as (keyof typeof LEAD_CAST)[]).map(
      (name) => `  ${LEAD_CAST[name].email.padEnd(30)} ${ROLES[name]}`,
    ),
    `with the passphrase: ${PLANTED_PASSPHRASE}`,
  ];
};

// Each part looks whether it was planted before, so that a first start that was broken off is made good by the next.
async function plantFirstDay({ withOwner, services }: Means): Promise<void> {
  await withOwner(async (trx) => {
    if (!(await hasAccounts(trx))) await plantHistory(trx, await plantCast(trx), services.now());
  });
  const { uploader, checker, hasClips } = await withOwner(async (trx) => ({
    uploader: await findPlantedAccount(trx, LEAD_CAST.uploader.email),
    checker: await findPlantedAccount(trx, LEAD_CAST.checker.email),
    hasClips: (await listWatchableClips(trx, NEWHAM)).length > 0,
  }));
  if (!uploader || !checker)
    throw new Error("these people are not the demo's: choose an empty data folder with SIGHTLINE_DATA");
  if (!hasClips) {
    await plantClips(services, { uploader, checker });
    await withOwner((trx) => plantComingSessions(trx, services.now()));
  }
  await compileEscalationReports({ ...services, actor: WORKER_ACTOR });
}
