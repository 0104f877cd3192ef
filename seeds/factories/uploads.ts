import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServiceContext, SharedServices } from "~/app/services/context.server";
import { finishUpload } from "~/app/services/footage/finish-upload.server";
import { getClip } from "~/app/services/footage/get-clip.server";
import { registerClip } from "~/app/services/footage/register-clip.server";
import { releaseClip } from "~/app/services/footage/release-clip.server";
import { startUpload } from "~/app/services/footage/start-upload.server";
import { type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { EncounterDescription } from "~/domain/footage/registration";
import type { AccountId, ClipId } from "~/domain/ids";
import type { Result } from "~/domain/result";
import { generateClip } from "~/seeds/media/generate-clip";
import { rawKey } from "~/storage/keys";

function given<T>(what: string, outcome: Result<T, string>): T {
  if (!outcome.ok) throw new Error(`${what} was refused: ${outcome.refusal}`);
  return outcome.value;
}

/** Acts as a liaison officer. */
export function officerContext(
  services: SharedServices,
  accountId: AccountId,
  bcuCode: string,
): ServiceContext {
  const actor: Actor = { ...PUBLIC_ACTOR, accountId, audience: "liaison", bcuCode };
  return { ...services, actor };
}

/** Registers an encounter through the use-case; today, unless the description says otherwise. */
export async function aRegisteredClip(
  officer: ServiceContext,
  wishes: Partial<EncounterDescription> & { readonly boroughGss: string },
): Promise<ClipId> {
  const description: EncounterDescription = {
    encounterType: "enc.search_person",
    occurredOn: new Date(officer.now().getTime() - 9 * 86_400_000).toISOString().slice(0, 10),
    powerId: "pow.mda_23",
    objectId: "obj.drugs",
    outcomeId: "out.nfa",
    ethnicityId: "eth.black_caribbean",
    ageBandId: "age.stop_18_24",
    genderId: "gen.male",
    selectionMethod: "sel.random_count",
    ...wishes,
  };
  return given("registering a clip", await registerClip(officer, description));
}

/** Uploads a file as the whole of a clip, past the website but through the same use-cases. */
export async function anUploadedFile(officer: ServiceContext, clipId: ClipId, path: string): Promise<void> {
  const { size } = await stat(path);
  const uploadId = given(
    "an upload",
    await startUpload(officer, { clipId, declaredBytes: size, resumed: null }),
  );
  await officer.store.put(rawKey(uploadId), createReadStream(path), {
    contentType: "application/octet-stream",
    length: size,
  });
  given("finishing an upload", await finishUpload(officer, uploadId));
}

export interface GeneratedFootage {
  readonly seconds: number;
  /** Street, time of day and coats differ by number. */
  readonly variant: number;
}

/** Uploads generated footage. */
export async function aGeneratedUpload(
  officer: ServiceContext,
  clipId: ClipId,
  footage: GeneratedFootage,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sightline-seed-"));
  try {
    const path = join(folder, "clip.mp4");
    await generateClip({ path, ...footage, width: 640, height: 360, fps: 25, audio: true });
    await anUploadedFile(officer, clipId, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PREPARED_WITHIN_MS = 180_000;
const ASK_EVERY_MS = 250;

/** Waits until the worker has prepared or refused the clip, and answers which. */
export async function whenSettled(officer: ServiceContext, clipId: ClipId): Promise<"prepared" | "failed"> {
  const until = Date.now() + PREPARED_WITHIN_MS;
  for (;;) {
    const { mediaState } = await getClip(officer, clipId);
    if (mediaState === "prepared" || mediaState === "failed") return mediaState;
    if (Date.now() > until)
      throw new Error(
        `clip ${clipId} is still ${mediaState} after ${PREPARED_WITHIN_MS / 1000} s: is the worker running?`,
      );
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Releases a prepared clip as the officer who checked it. */
export async function aRelease(checker: ServiceContext, clipId: ClipId): Promise<void> {
  const { footage } = await getClip(checker, clipId);
  if (!footage) throw new Error(`clip ${clipId} has nothing to watch`);
  given(
    "a release",
    await releaseClip(checker, { clipId, renditionId: footage.renditionId, hasWatchedAll: true }),
  );
}
