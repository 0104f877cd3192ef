import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SharedServices } from "~/app/services/context.server";
import type { AccountId } from "~/domain/ids";
import {
  aGeneratedUpload,
  anUploadedFile,
  aRegisteredClip,
  aRelease,
  officerContext,
  whenSettled,
} from "~/seeds/factories/uploads";
import { makeTextFile } from "~/seeds/media/make-broken";

export const NEWHAM = "E09000025";

const RELEASED = [
  { seconds: 40, variant: 0, encounter: {} },
  {
    seconds: 32,
    variant: 1,
    encounter: {
      encounterType: "enc.vehicle_s163",
      powerId: "pow.rta_163",
      objectId: null,
      ageBandId: "age.stop_25_34",
      ethnicityId: "eth.asian_bangladeshi",
    },
  },
  {
    seconds: 28,
    variant: 2,
    encounter: {
      encounterType: "enc.stop_account",
      powerId: null,
      objectId: null,
      outcomeId: null,
      ageBandId: "age.stop_10_17",
      ethnicityId: "eth.black_african",
    },
  },
  {
    seconds: 24,
    variant: 3,
    encounter: {
      encounterType: "enc.cuffs_prearrest",
      outcomeId: "out.arrest",
      objectId: "obj.weapons",
      powerId: "pow.pace_1",
      ethnicityId: "eth.white_british",
    },
  },
] as const;

/**
 * Clips as they come and go in a liaison officer's day: four that panels may watch, one that waits for a second
 * person, one that failed, and one without its file; every file goes the whole way through store and worker.
 */
export async function plantClips(
  services: SharedServices,
  officers: { uploader: AccountId; checker: AccountId },
): Promise<void> {
  const uploader = officerContext(services, officers.uploader, "NE");
  const checker = officerContext(services, officers.checker, "NE");
  const ready = [];
  for (const { encounter, ...footage } of RELEASED) {
    const clipId = await aRegisteredClip(uploader, { boroughGss: NEWHAM, ...encounter });
    await aGeneratedUpload(uploader, clipId, footage);
    ready.push(clipId);
  }
  const toCheck = await aRegisteredClip(uploader, {
    boroughGss: NEWHAM,
    genderId: "gen.female",
    selectionMethod: "sel.targeted_requested",
  });
  await aGeneratedUpload(uploader, toCheck, { seconds: 26, variant: 4 });
  const failed = await aRegisteredClip(uploader, { boroughGss: "E09000031" });
  await plantTextFile(uploader, failed);
  await aRegisteredClip(checker, { boroughGss: "E09000031", encounterType: "enc.search_vehicle" });
  for (const clipId of ready) {
    await whenSettled(uploader, clipId);
    await aRelease(checker, clipId);
  }
  await whenSettled(uploader, toCheck);
  await whenSettled(uploader, failed);
}

async function plantTextFile(
  ...[uploader, clipId]: [Parameters<typeof anUploadedFile>[0], Parameters<typeof anUploadedFile>[1]]
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sightline-seed-"));
  try {
    const path = join(folder, "notes.mp4");
    await makeTextFile(path);
    await anUploadedFile(uploader, clipId, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
