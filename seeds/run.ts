import { randomUUID } from "node:crypto";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createPools } from "~/db/client";
import { createWithActor } from "~/db/with-actor";
import { createWithOwner } from "~/db/with-owner";
import { objectStoreOf, readEnvironment } from "~/env";
import { plantReference } from "~/seeds/reference/plant-reference";
import { S3Store } from "~/storage/s3-store";

const [name = "", ...wishes] = process.argv.slice(2);
if (name === "reference") await plantReferenceData();
else await plantScenario();

/** All that production needs of the seeds: the database alone. */
async function plantReferenceData(): Promise<void> {
  const owner = createWithOwner(readEnvironment("database").DATABASE_URL);
  await owner.withOwner(plantReference).finally(owner.close);
}

async function plantScenario(): Promise<void> {
  // Asked for only here, because the image holds no factories.
  const { SCENARIOS } = await import("~/seeds/scenarios/scenarios");
  const scenario = SCENARIOS[name];
  if (!scenario) {
    const known = ["reference", ...Object.keys(SCENARIOS)].join(", ");
    process.stderr.write(`seeds know no scenario "${name}"; there are: ${known}\n`);
    process.exit(1);
  }
  const settings = readEnvironment("worker");
  const {
    DATABASE_ROLE_SECRET: roleSecret,
    DATABASE_URL: databaseUrl,
    FOOTAGE_MASTER_KEY: master,
  } = settings;
  const owner = createWithOwner(databaseUrl);
  const pools = createPools({ databaseUrl, roleSecret, max: 2 });
  const store = new S3Store(objectStoreOf(settings));
  try {
    const lines = await scenario({
      wishes,
      withOwner: owner.withOwner,
      services: {
        withActor: createWithActor(pools),
        store,
        keyRing: createLocalKeyRing(master.key, master.id),
        now: () => new Date(),
        newId: randomUUID,
      },
    });
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    await Promise.all([owner.close(), pools.close(), store.close()]);
  }
}
