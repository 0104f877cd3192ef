import { env } from "node:process";
import { buildWebsite } from "~/setup/build";
import { openPortal } from "~/setup/portal";
import { takenPort } from "~/setup/taken-port";

const isDevelopment = process.argv.includes("--dev");
const directory = env.SIGHTLINE_DATA ?? "data";
const ports = {
  web: Number(env.PORT ?? 3000),
  postgres: Number(env.EMBEDDED_PG_PORT ?? 5499),
  s3: Number(env.EMBEDDED_S3_PORT ?? 9499),
};
const VARIABLES = { web: "PORT", postgres: "EMBEDDED_PG_PORT", s3: "EMBEDDED_S3_PORT" } as const;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function realS3(): Record<string, string> | undefined {
  if (!env.S3_ENDPOINT && !env.S3_BUCKET) return undefined;
  const names = [
    "S3_ENDPOINT",
    "S3_BUCKET",
    "S3_FORCE_PATH_STYLE",
    "AWS_REGION",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
  ];
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

// What is brought along is not started here, and needs no port.
const taken = await takenPort({
  web: ports.web,
  ...(env.DATABASE_URL ? {} : { postgres: ports.postgres }),
  ...(realS3() ? {} : { s3: ports.s3 }),
});
if (taken) {
  process.stderr.write(
    `Port ${ports[taken]} is taken (perhaps by another demo). Choose another one with ${VARIABLES[taken]}, for example:\n` +
      `  ${VARIABLES[taken]}=${ports[taken] + 1} npm run demo\n`,
  );
  process.exit(1);
}

let isStopping = false;
try {
  if (!isDevelopment) {
    say("Building the website");
    buildWebsite();
  }
  const portal = await openPortal({
    directory,
    ports,
    databaseUrl: env.DATABASE_URL,
    s3: realS3(),
    env: env.MEDIA_SANDBOX ? { MEDIA_SANDBOX: env.MEDIA_SANDBOX } : {},
    isDevelopment,
    onStep: say,
  });
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    say("\nStopping");
    void portal.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  say("Preparing the demo (the first time takes a minute)");
  const people = await portal.plant("demo");
  say(
    `\nSightline is ready: ${portal.url}\n\n${people}\n\nCtrl-C stops everything; what you did is kept in ${directory}/.`,
  );
  const ended = await portal.firstToEnd;
  if (!isStopping) {
    process.stderr.write(
      `${ended} ended unexpectedly; its last words are in ${directory}/logs/${ended}.log\n`,
    );
    await portal.close();
    process.exit(1);
  }
} catch (error) {
  if (!isStopping) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
