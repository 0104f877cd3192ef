import { expect, test } from "vitest";
import { runDrill } from "~/bench/drills/drill";
import { openWebKill } from "~/bench/drills/web-kill";
import { buildWebsite } from "~/setup/build";

test("a seal is there once though the website is killed around it", { timeout: 300_000 }, async () => {
  buildWebsite();
  const told: string[] = [];

  const { failed } = await runDrill(openWebKill, {
    rounds: 3,
    say: (text) => told.push(text),
    seed: Date.now(),
  });

  expect(failed, told.join("\n")).toBe(0);
});
