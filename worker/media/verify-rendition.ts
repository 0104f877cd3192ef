import { createDecipheriv } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { RENDITION_PLAYLIST, type RenditionFacts } from "~/domain/footage/renditions";
import { buildSegmentProbe } from "~/worker/media/ffmpeg-arguments";
import { readPlaylist } from "~/worker/media/read-playlist";
import { probeLimits } from "~/worker/media/run-limits";
import { runSandboxed } from "~/worker/media/run-sandboxed";
import type { MediaSandbox } from "~/worker/media/sandbox";

export interface VerificationRequest {
  readonly outputDir: string;
  readonly privateDir: string;
  readonly key: Uint8Array;
  readonly keyUri: string;
  readonly sandbox: MediaSandbox;
  readonly signal: AbortSignal;
}

type FolderFacts = Omit<RenditionFacts, "framesDecoded" | "framesEncoded">;

/** Looks at what an encoding left behind: the playlist, every segment's size, and the streams inside the first, opened with the key. */
export async function inspectRendition(request: VerificationRequest): Promise<FolderFacts> {
  const playlist = readPlaylist(await readFile(join(request.outputDir, RENDITION_PLAYLIST), "utf8"));
  const segments: { seconds: number; bytes: number | null }[] = [];
  for (const { name, seconds } of playlist.segments) {
    segments.push({
      seconds,
      bytes: name === basename(name) ? await sizeOf(join(request.outputDir, name)) : null,
    });
  }
  const ours = `#EXT-X-KEY:METHOD=AES-128,URI="${request.keyUri}"`;
  const strangers = playlist.keyLines.some((line) => line !== ours && !line.startsWith(`${ours},`));
  const first = playlist.segments[0];
  const streams = first ? await listStreams(request, join(request.outputDir, first.name)) : [];
  return {
    playlistEnded: playlist.ended,
    keyLines: strangers ? 0 : playlist.keyLines.length,
    segments,
    videoStreams: streams.filter((kind) => kind === "video").length,
    audioStreams: streams.filter((kind) => kind === "audio").length,
  };
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

async function listStreams(request: VerificationRequest, segment: string): Promise<string[]> {
  const clear = decrypt(await readFile(segment), request.key);
  if (!clear) return [];
  const input = join(request.privateDir, "first-segment.ts");
  await writeFile(input, clear, { mode: 0o600 });
  // By index, because ffprobe lists each stream once more as part of its programme.
  const kinds = new Map<string, string>();
  const onLine = (line: string): void => {
    const [, index, kind] = /^index=(\d+)\|codec_type=(\w+)/.exec(line) ?? [];
    if (index !== undefined && kind !== undefined) kinds.set(index, kind);
  };
  const { sandbox, signal } = request;
  const program = (inside: { input: string }): string[] => buildSegmentProbe(inside.input);
  await runSandboxed({ sandbox, mounts: { input }, limits: probeLimits(), program, signal, onLine });
  return [...kinds.values()];
}

/** Given no initialisation vector, ffmpeg takes zero for every segment and says so in the playlist. Null when the key does not fit. */
function decrypt(segment: Buffer, key: Uint8Array): Buffer | null {
  try {
    const cipher = createDecipheriv("aes-128-cbc", key, Buffer.alloc(16));
    return Buffer.concat([cipher.update(segment), cipher.final()]);
  } catch {
    return null;
  }
}
