import { expect, test } from "vitest";
import { runDrill } from "~/bench/drills/drill";
import { openWorkerKill } from "~/bench/drills/worker-kill";
import { buildWebsite } from "~/setup/build";

test("a clip becomes ready once though the worker is killed while it prepares it", {
  timeout: 300_000,
}, async () => {
  buildWebsite();
  const told: string[] = [];

  const { failed } = await runDrill(openWorkerKill, {
    rounds: 3,
    say: (text) => told.push(text),
    seed: Date.now(),
  });

  expect(failed, told.join("\n")).toBe(0);
});
