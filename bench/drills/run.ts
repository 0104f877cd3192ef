import { parseArgs } from "node:util";
import { type OpenDrill, runDrill } from "~/bench/drills/drill";
import { openWebKill } from "~/bench/drills/web-kill";
import { openWorkerKill } from "~/bench/drills/worker-kill";
import { buildWebsite } from "~/setup/build";

const DRILLS: Readonly<Record<string, OpenDrill>> = {
  "worker-kill": openWorkerKill,
  "web-kill": openWebKill,
};
const ROUNDS = 50;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string" }, seed: { type: "string" } },
});
const [name = ""] = positionals;
const open = DRILLS[name];
if (!open) {
  process.stderr.write(`no drill "${name}"; there are: ${Object.keys(DRILLS).join(", ")}\n`);
  process.exit(2);
}
buildWebsite();
const { failed, passed } = await runDrill(open, {
  rounds: Number(values.rounds ?? ROUNDS),
  seed: Number(values.seed ?? Date.now() % 1_000_000),
  say: (text) => process.stdout.write(`${text}\n`),
});
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
