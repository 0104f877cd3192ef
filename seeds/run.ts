import { randomUUID } from "node:crypto";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createPools } from "~/db/client";
import { createWithActor } from "~/db/with-actor";
import { createWithOwner } from "~/db/with-owner";
import { readEnvironment } from "~/env";
import { plantReference } from "~/seeds/reference/plant-reference";
import { SCENARIOS } from "~/seeds/scenarios/scenarios";
import { S3Store } from "~/storage/s3-store";

const name = process.argv[2] ?? "";
const scenario = SCENARIOS[name];
if (name !== "reference" && !scenario) {
  process.stderr.write(
    `seeds know no scenario "${name}"; there are: reference, ${Object.keys(SCENARIOS).join(", ")}\n`,
  );
  process.exit(1);
}
const environment = readEnvironment("worker");
const owner = createWithOwner(environment.DATABASE_URL);
try {
  if (!scenario) {
    await owner.withOwner(plantReference);
  } else {
    const pools = createPools({
      databaseUrl: environment.DATABASE_URL,
      roleSecret: environment.DATABASE_ROLE_SECRET,
      max: 2,
    });
    const store = new S3Store({
      ...(environment.S3_ENDPOINT ? { endpoint: environment.S3_ENDPOINT } : {}),
      region: environment.AWS_REGION,
      bucket: environment.S3_BUCKET,
      forcePathStyle: environment.S3_FORCE_PATH_STYLE,
      credentials: {
        accessKeyId: environment.AWS_ACCESS_KEY_ID,
        secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
      },
    });
    try {
      const lines = await scenario({
        withOwner: owner.withOwner,
        wishes: process.argv.slice(3),
        services: {
          withActor: createWithActor(pools),
          store,
          keyRing: createLocalKeyRing(environment.FOOTAGE_MASTER_KEY.key, environment.FOOTAGE_MASTER_KEY.id),
          now: () => new Date(),
          newId: randomUUID,
        },
      });
      process.stdout.write(`${lines.join("\n")}\n`);
    } finally {
      await store.close();
      await pools.close();
    }
  }
} finally {
  await owner.close();
}
