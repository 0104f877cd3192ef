import { join } from "node:path";
import type { OpenedMeans } from "~/bench/means";
import { inTemporaryFolder } from "~/bench/temporary-folder";
import type { ClipId, SessionId } from "~/domain/ids";
import { aLiaison, aPanel, type Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";
import {
  anUploadedFile,
  aRegisteredClip,
  aRelease,
  officerContext,
  whenSettled,
} from "~/seeds/factories/uploads";
import { generateClip } from "~/seeds/media/generate-clip";

/** A session that is open now, with one released clip and every member of its panel seated. */
export interface WatchingScene {
  readonly panel: Panel;
  readonly sessionId: SessionId;
  readonly clipId: ClipId;
}

const NEWHAM = "E09000025";

/** Uploads a generated 720p clip, has the worker prepare it, releases it and seats `members` people before it. */
export async function openWatchingScene(
  { services, withOwner }: OpenedMeans,
  { members, seconds }: { readonly members: number; readonly seconds: number },
): Promise<WatchingScene> {
  const { checker, panel, uploader } = await withOwner(async (trx) => ({
    panel: await aPanel(trx, { size: members, bcuCode: "NE", boroughGss: NEWHAM }),
    uploader: await aLiaison(trx, { bcuCode: "NE" }),
    checker: await aLiaison(trx, { bcuCode: "NE" }),
  }));
  const officer = officerContext(services, uploader.accountId, "NE");
  const clipId = await aRegisteredClip(officer, { boroughGss: NEWHAM });
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, "clip.mp4");
    await generateClip({ path, seconds, width: 1280, height: 720, fps: 25, audio: true, variant: 2 });
    await anUploadedFile(officer, clipId, path);
  });
  const state = await whenSettled(officer, clipId);
  if (state !== "prepared") throw new Error(`the generated clip is ${state}`);
  await aRelease(officerContext(services, checker.accountId, "NE"), clipId);
  const sessionId = await withOwner((trx) =>
    aSession(trx, { panel, clips: [clipId], seated: panel.members, capacity: 30 }),
  );
  return { panel, sessionId, clipId };
}
