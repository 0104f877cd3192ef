import { type DemoPage, findDemoPages } from "~/bench/demo-pages";
import { atMost, type Measurement } from "~/bench/measurement";
import { mostScriptKilobytes } from "~/bench/page-scripts";
import { quantile } from "~/bench/quantile";
import { openThrowawayPortal } from "~/setup/throwaway-portal";

const WARM_UP = 20;
const REQUESTS = 200;
const MOST_MS = 50;
const MOST_SCRIPT_KILOBYTES = 110;

/** How long the server takes over the five busiest pages of the demo, and what a page without a player weighs in scripts. */
export async function benchPages(): Promise<readonly Measurement[]> {
  const portal = await openThrowawayPortal();
  try {
    await portal.plant("demo");
    const pages = await findDemoPages(portal.url);
    const times: number[][] = pages.map(() => []);
    // By turns, so that a busy moment of the machine falls on all of them alike.
    for (let round = -WARM_UP; round < REQUESTS; round += 1) {
      for (const [index, page] of pages.entries()) {
        const ms = await timeOf(page);
        if (round >= 0) times[index]?.push(ms);
      }
    }
    const scripts = await mostScriptKilobytes(portal.url, pages);
    return [
      ...pages.map(({ name }, index) =>
        atMost(MOST_MS, {
          bench: "pages",
          metric: `p95 of ${name}`,
          value: quantile(times[index] ?? [], 0.95),
          unit: "ms",
        }),
      ),
      atMost(MOST_SCRIPT_KILOBYTES, {
        bench: "pages",
        metric: "gzipped JavaScript of a page without player",
        value: scripts,
        unit: "kB",
      }),
    ];
  } finally {
    await portal.close();
  }
}

async function timeOf({ path, visitor }: DemoPage): Promise<number> {
  const began = performance.now();
  const reply = await visitor.get(path);
  await reply.arrayBuffer();
  if (reply.status !== 200) throw new Error(`${path} was answered with ${reply.status}`);
  return performance.now() - began;
}
