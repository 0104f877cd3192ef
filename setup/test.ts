import { mkdir, readFile, rm } from "node:fs/promises";
import { runStep, type StepCommand } from "~/setup/run-step";
import { addTallies, type Tally, tallyPlaywright, tallyVitest } from "~/setup/tally";

const REPORTS = ".cache/test-reports";

/** A step that holds many tests, and how its JSON report is read. */
interface Suite extends StepCommand {
  readonly report: string;
  readonly read: (report: never) => Tally;
}

// The slowest first, so that two at a time end together.
const CHECKS: readonly StepCommand[] = [
  { name: "types", program: "tsc", args: ["--noEmit"] },
  { name: "build", program: "remix", args: ["vite:build"], env: { NODE_ENV: "production" } },
  { name: "unused", program: "knip", args: [] },
  {
    name: "architecture",
    program: "depcruise",
    args: [
      ...["app", "db", "domain", "storage", "worker", "seeds", "e2e", "bench", "setup"],
      ...["server.ts", "env.ts", "-T", "err-long"],
    ],
  },
  { name: "lint", program: "biome", args: ["ci", "--colors=off", "."] },
];

const SUITES: readonly Suite[] = [
  {
    name: "unit, database and storage tests",
    program: "vitest",
    args: ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${REPORTS}/vitest.json`],
    isLive: true,
    report: `${REPORTS}/vitest.json`,
    read: tallyVitest,
  },
  {
    name: "end-to-end tests",
    program: "playwright",
    args: ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${REPORTS}/playwright.json` },
    isLive: true,
    report: `${REPORTS}/playwright.json`,
    read: tallyPlaywright,
  },
];

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function check(step: StepCommand): Promise<Tally> {
  const { isDone, output, seconds } = await runStep(step);
  if (!isDone) say(`\n${output.trimEnd()}\n`);
  say(`${isDone ? "passed" : "FAILED"}  ${step.name} (${seconds.toFixed(1)} s)`);
  return { passed: isDone ? 1 : 0, failed: isDone ? 0 : 1 };
}

async function checkAll(): Promise<Tally> {
  const waiting = [...CHECKS];
  const takeTurns = async () => {
    const tallies: Tally[] = [];
    for (let step = waiting.shift(); step; step = waiting.shift()) tallies.push(await check(step));
    return addTallies(tallies);
  };
  return addTallies(await Promise.all([takeTurns(), takeTurns()]));
}

async function runSuite(suite: Suite): Promise<Tally> {
  say(`\n${suite.name}`);
  const { isDone, output, seconds } = await runStep(suite);
  const tally = await readFile(suite.report, "utf8")
    .then((text) => suite.read(JSON.parse(text) as never))
    .catch(() => ({ passed: 0, failed: 0 }));
  // Whatever went wrong beside the tests, and a suite without tests, must not look like success.
  const isSilentlyBroken = tally.failed === 0 && (!isDone || tally.passed === 0);
  const failed = tally.failed + (isSilentlyBroken ? 1 : 0);
  if (output) say(output.trimEnd());
  say(
    `${failed === 0 ? "passed" : "FAILED"}  ${suite.name}: ${tally.passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
  );
  return { passed: tally.passed, failed };
}

await rm(REPORTS, { recursive: true, force: true });
await mkdir(REPORTS, { recursive: true });
const began = performance.now();
const tallies = [await checkAll()];
for (const suite of SUITES) tallies.push(await runSuite(suite));
const { failed, passed } = addTallies(tallies);
say(`\nThe whole took ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
