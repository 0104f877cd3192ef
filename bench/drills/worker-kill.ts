import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Drill } from "~/bench/drills/drill";
import { findStorageFaults } from "~/bench/drills/stored-clip";
import { openMeans } from "~/bench/means";
import { until } from "~/bench/until";
import { type ClipOutcome, getClipOutcome } from "~/db/testing/clip-outcome";
import type { ClipId } from "~/domain/ids";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison } from "~/seeds/factories/people";
import { anUploadedFile, aRegisteredClip, officerContext } from "~/seeds/factories/uploads";
import { generateClip } from "~/seeds/media/generate-clip";
import type { Door } from "~/setup/child";
import { openThrowawayPortal } from "~/setup/throwaway-portal";

const LEASE_SECONDS = 3;
const PREPARED_WITHIN_MS = 90_000;
const TIDY_WITHIN_MS = 30_000;
const CLIP = { seconds: 14, width: 640, height: 360, fps: 25, audio: true, variant: 3 };

/**
 * The worker is killed at a random instant between the arrival of a clip and its readiness, and started again. Then,
 * without anybody's help, the clip is prepared once: one rendition, one entry in the log, and nothing left over.
 */
export async function openWorkerKill(seed: number): Promise<Drill> {
  const dice = createDice(seed);
  const portal = await openThrowawayPortal({ env: { WORKER_LEASE_SECONDS: String(LEASE_SECONDS) } });
  const means = openMeans(portal);
  const path = join(portal.directory, "clip.mp4");
  await generateClip({ path, ...CLIP });
  const { accountId } = await means.withOwner((trx) => aLiaison(trx, { bcuCode: "NE" }));
  const officer = officerContext(means.services, accountId, "NE");
  let worker: Door = portal.worker;

  const upload = async (): Promise<ClipId> => {
    const clipId = await aRegisteredClip(officer, { boroughGss: "E09000025" });
    await anUploadedFile(officer, clipId, path);
    return clipId;
  };
  const outcomeOf = (clipId: ClipId) => means.withOwner((trx) => getClipOutcome(trx, clipId));
  const whenSettled = (clipId: ClipId): Promise<ClipOutcome> =>
    until("the end of the preparation", PREPARED_WITHIN_MS, async () => {
      const outcome = await outcomeOf(clipId);
      return ["prepared", "failed"].includes(outcome.mediaState) ? outcome : null;
    });
  const requireTidy = async (clipId: ClipId): Promise<void> => {
    let faults: string[] = [];
    await until("tidiness", TIDY_WITHIN_MS, async () => {
      const staged = (await readdir(join(portal.directory, "staging"))).map(
        (name) => `staging/${name} was left`,
      );
      faults = [...(await findStorageFaults(means, clipId, await outcomeOf(clipId))), ...staged];
      return faults.length === 0 ? true : null;
    }).catch(() => {
      throw new Error(faults.join("; "));
    });
  };

  const began = performance.now();
  await whenSettled(await upload());
  const usualMs = performance.now() - began;

  return {
    async round() {
      const clipId = await upload();
      const afterMs = dice.roll() * usualMs;
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const { mediaState } = await outcomeOf(clipId);
      worker.process.kill("SIGKILL");
      await worker.ended;
      worker = await portal.reopen("worker");

      const { failure, readyEntries, renditions, ...outcome } = await whenSettled(clipId);
      if (outcome.mediaState !== "prepared") throw new Error(`the clip failed: ${failure}`);
      if (renditions.length !== 1) throw new Error(`it has ${renditions.length} renditions`);
      if (readyEntries !== 1) throw new Error(`the log says ${readyEntries} times that it is ready`);
      await requireTidy(clipId);
      return `killed after ${Math.round(afterMs)} ms, when the clip was ${mediaState}`;
    },
    async close() {
      await means.close();
      await portal.close();
      await rm(path, { force: true });
    },
  };
}
