import type { Preparation } from "~/app/services/footage/start-preparation.server";
import { updateUploadHash } from "~/db/queries/clip-media";
import type { NewRendition, RestingKey } from "~/db/queries/renditions";
import type { ClipFailure } from "~/domain/footage/clip-failure";
import { decideInspection } from "~/domain/footage/inspection";
import { buildRenditionLadder } from "~/domain/footage/renditions";
import type { RenditionId } from "~/domain/ids";
import { granted, type Result, refused } from "~/domain/result";
import { KEY_NAME, POSTER_NAME, rawKey, renditionPrefix } from "~/storage/keys";
import type { Lease } from "~/worker/lease";
import { makePoster } from "~/worker/media/poster";
import { probe } from "~/worker/media/probe";
import { transcode } from "~/worker/media/transcode";
import { fetchUpload } from "~/worker/preparation/fetch-upload";
import type { Staging } from "~/worker/preparation/staging";
import { storeRendition } from "~/worker/preparation/store-rendition";
import type { WorkerContext } from "~/worker/task";

export interface PreparedRendition {
  readonly rendition: Omit<NewRendition, "clipId" | "generation">;
  readonly key: RestingKey;
}

/**
 * Fetches an upload, looks at it, encodes it and stores what came of it, reporting to the lease. Refuses what no
 * further try would change; throws when the lease ends or a machine fails.
 */
export async function prepareRendition(
  ctx: WorkerContext,
  { claim, upload }: Preparation,
  staging: Staging,
  { signal, report }: Lease,
): Promise<Result<PreparedRendition, ClipFailure>> {
  const { sandbox, store } = ctx;
  const { input, outputDir, posterDir, scratchDir } = staging;
  const { subject: clipId, generation } = claim;

  const fetched = await fetchUpload({
    store,
    key: rawKey(upload.uploadId),
    declaredBytes: upload.declaredBytes,
    path: input,
    signal,
    onProgress: (fraction) => report("fetching", fraction),
  });
  if (!fetched.ok) return fetched;
  const { sha256 } = fetched.value;
  const isSame = await ctx.withActor(ctx.actor, (trx) => updateUploadHash(trx, upload.uploadId, sha256));
  if (!isSame) return refused("upload-altered");

  report("inspecting", 0);
  const inspection = decideInspection(await probe({ input, sandbox, signal }));
  if (!inspection.ok) return inspection;
  const source = inspection.value;
  const [plan] = buildRenditionLadder(source);
  if (!plan) throw new Error("the ladder of renditions has no rung");

  report("preparing", 0);
  const renditionId = ctx.newId() as RenditionId;
  const { key, wrapped } = ctx.keyRing.createKey(renditionId);
  const made = await transcode({
    ...{ input, outputDir, scratchDir, source, plan, key, keyUri: KEY_NAME, sandbox, signal },
    onProgress: (fraction) => report("preparing", fraction),
  });
  if (!made.ok) return made;
  const poster = await makePoster({
    ...{ input, outputDir: posterDir, fileName: POSTER_NAME, source, sandbox, signal },
  });
  if (!poster.ok) return poster;

  report("storing", 0);
  const objectPrefix = renditionPrefix(clipId, generation);
  const onProgress = (fraction: number): void => report("storing", fraction);
  const stored = await storeRendition({
    ...{ store, prefix: objectPrefix, outputDir, posterDir, signal, onProgress },
  });
  return granted({
    rendition: {
      renditionId,
      objectPrefix,
      width: plan.width,
      height: plan.height,
      durationMs: Math.round(made.value.durationSeconds * 1000),
      hasAudio: source.hasAudio,
      sourceSha256: sha256,
      ...stored,
    },
    key: wrapped,
  });
}
