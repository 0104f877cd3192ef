import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { AcceptedSource } from "~/domain/footage/inspection";
import { decideRendition, type RenditionPlan, type RenditionRefusal } from "~/domain/footage/renditions";
import { type Result, refused } from "~/domain/result";
import { followProgress, readFramesDecoded } from "~/worker/media/encoder-report";
import { buildTranscode } from "~/worker/media/ffmpeg-arguments";
import { transcodeLimits } from "~/worker/media/run-limits";
import { runSandboxed } from "~/worker/media/run-sandboxed";
import type { MediaSandbox } from "~/worker/media/sandbox";
import { pathsInside } from "~/worker/media/sandbox-command";
import { inspectRendition } from "~/worker/media/verify-rendition";

export interface TranscodeRequest {
  /** Absolute path of the file that inspection accepted. */
  readonly input: string;
  /** Absolute path of an empty folder: it receives the playlist and its segments and nothing else. */
  readonly outputDir: string;
  /** Absolute path of a folder in which the key may lie for the length of the run, in a folder of its own. */
  readonly scratchDir: string;
  readonly source: AcceptedSource;
  readonly plan: RenditionPlan;
  /** 16 bytes, used for this rendition and no other. */
  readonly key: Uint8Array;
  /** What the playlist calls the key. */
  readonly keyUri: string;
  readonly sandbox: MediaSandbox;
  readonly signal: AbortSignal;
  /** Rises from 0 to 1; 1 comes last, and only for a rendition that was accepted. */
  readonly onProgress?: (fraction: number) => void;
  /** Defaults to the number of processors. */
  readonly threads?: number;
}

/**
 * Makes one AES-128-encrypted HLS rendition and proves it: complete, decodable with the key, and as long as its source. Refuses a
 * damaged or lying file, leaving whatever was written for the caller to discard; throws when aborted or killed.
 */
export async function transcode(
  request: TranscodeRequest,
): Promise<Result<{ readonly durationSeconds: number }, RenditionRefusal>> {
  if (request.key.byteLength !== 16)
    throw new Error(`An AES-128 key has 16 bytes, not ${request.key.byteLength}`);
  if (/[\r\n"]/.test(request.keyUri)) throw new Error("A key URI may hold no quote or line break");
  // mkdtemp gives mode 0700; the key is nobody else's business even for a minute.
  const privateDir = await mkdtemp(join(request.scratchDir, "transcode-"));
  try {
    return await encodeAndVerify(request, privateDir);
  } finally {
    await rm(privateDir, { recursive: true, force: true });
  }
}

async function encodeAndVerify(
  request: TranscodeRequest,
  privateDir: string,
): Promise<Result<{ readonly durationSeconds: number }, RenditionRefusal>> {
  const { input, outputDir, source, plan, key, sandbox, signal, onProgress } = request;
  const threads = request.threads ?? availableParallelism();
  const mounts = { input, outputDir, keyDir: privateDir };
  await writeFile(join(privateDir, "key"), key, { mode: 0o600 });
  const keyFile = join(pathsInside(sandbox, mounts).keyDir, "key");
  await writeFile(join(privateDir, "info"), `${request.keyUri}\n${keyFile}\n`, { mode: 0o600 });

  const progress = followProgress();
  const end = await runSandboxed({
    sandbox,
    mounts,
    limits: transcodeLimits(source.durationSeconds, threads),
    program: (inside) =>
      buildTranscode({
        input: inside.input,
        keyInfoFile: join(inside.keyDir, "info"),
        plan,
        source,
        threads,
      }),
    signal,
    onLine: (line) => {
      const seconds = progress.read(line);
      // Below 1 until the result has been looked at.
      if (seconds !== null) onProgress?.(Math.min(0.99, seconds / source.durationSeconds));
    },
  });
  if (end.verdict === "out-of-time") return refused("transcode-took-too-long");
  if (end.verdict === "failed") return refused("transcode-failed");

  const framesDecoded = readFramesDecoded(end.stderrTail);
  const folder = await inspectRendition({
    outputDir,
    privateDir,
    key,
    keyUri: request.keyUri,
    sandbox,
    signal,
  });
  const decision = decideRendition(
    { ...folder, framesDecoded, framesEncoded: progress.framesEncoded() },
    plan,
    source,
  );
  if (decision.ok) onProgress?.(1);
  return decision;
}
