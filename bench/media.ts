import { Agent } from "node:http";
import { fetchBytes } from "~/bench/fetch-bytes";
import { type OpenedMeans, openMeans } from "~/bench/means";
import { atLeast, type Measurement } from "~/bench/measurement";
import { measureSideBySide } from "~/bench/side-by-side";
import { openWatchingScene } from "~/bench/watching-scene";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { openDoor, whenReady } from "~/setup/child";
import { openThrowawayPortal } from "~/setup/throwaway-portal";
import { signInVisitor, type Visitor } from "~/setup/visitor";
import { clipPrefix } from "~/storage/keys";

const ROUNDS = 5;
const READERS = 4;
const CLIP_SECONDS = 60;
// Three minutes of footage: what one member may draw at once without being asked to wait.
const PASSES = 3;

interface Reader {
  readonly addressOf: (key: string) => string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the guard before each segment costs beside a Node server that pipes the same objects from the same store. */
export async function benchMedia(): Promise<readonly Measurement[]> {
  const portal = await openThrowawayPortal();
  const means = openMeans(portal);
  const pipe = openDoor({
    name: "bare pipe",
    script: "bench/bare-pipe.ts",
    env: { BARE_PIPE_S3: JSON.stringify(means.s3) },
    logFile: `${portal.directory}/logs/bare-pipe.log`,
  });
  try {
    const bareUrl = await whenReady(pipe);
    const scene = await openWatchingScene(means, { members: (ROUNDS + 1) * READERS, seconds: CLIP_SECONDS });
    const keys = await segmentKeys(means, clipPrefix(scene.clipId));
    const media = `${portal.url}/media/sessions/${scene.sessionId}/clips/${scene.clipId}`;
    // Because of that pace, every round has readers of its own.
    const visitors: Visitor[] = [];
    for (const { email } of scene.panel.members)
      visitors.push(await signInVisitor(portal.url, email, PLANTED_PASSPHRASE));

    const { ratio } = await measureSideBySide(ROUNDS, {
      ours: () => {
        const readers = visitors.splice(0, READERS);
        return segmentsPerSecond(
          keys,
          readers.map(({ cookie }) => ({
            headers: { cookie },
            addressOf: (key) => `${media}/${key.slice(key.lastIndexOf("/") + 1)}`,
          })),
        );
      },
      bare: () => {
        const reader: Reader = { headers: {}, addressOf: (key) => `${bareUrl}/${encodeURIComponent(key)}` };
        return segmentsPerSecond(
          keys,
          Array.from({ length: READERS }, () => reader),
        );
      },
    });
    return [
      atLeast(0.6, {
        bench: "media",
        metric: "segments per second over bare pipe",
        value: ratio,
        unit: "ratio",
      }),
    ];
  } finally {
    await pipe.stop();
    await means.close();
    await portal.close();
  }
}

async function segmentKeys({ store }: OpenedMeans, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) if (key.endsWith(".ts")) keys.push(key);
  if (keys.length === 0) throw new Error(`there are no segments below ${prefix}`);
  return keys;
}

async function segmentsPerSecond(keys: readonly string[], readers: readonly Reader[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers.length });
  const drawn = Array.from({ length: PASSES }, () => keys).flat();
  const began = performance.now();
  await Promise.all(
    readers.map(async ({ addressOf, headers }) => {
      for (const key of drawn) await fetchBytes(addressOf(key), { agent, headers });
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return (drawn.length * readers.length) / seconds;
}
