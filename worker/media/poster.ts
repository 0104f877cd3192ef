import type { AcceptedSource } from "~/domain/footage/inspection";
import { granted, type Result, refused } from "~/domain/result";
import { buildPoster } from "~/worker/media/ffmpeg-arguments";
import { transcodeLimits } from "~/worker/media/run-limits";
import { runSandboxed } from "~/worker/media/run-sandboxed";
import type { MediaSandbox } from "~/worker/media/sandbox";

export interface PosterRequest {
  /** Absolute path of the file that inspection accepted. */
  readonly input: string;
  /** Absolute path of an existing folder. */
  readonly outputDir: string;
  /** Written in that folder. */
  readonly fileName: string;
  readonly source: AcceptedSource;
  readonly sandbox: MediaSandbox;
  readonly signal: AbortSignal;
}

const WIDTH = 640;
/** Where to look, as parts of the duration: first a third of the way in, then elsewhere if it is dark there. */
const PLACES = [1 / 3, 1 / 2, 2 / 3, 1 / 10];
/** Mean brightness out of 255 below which a picture tells nobody anything. */
const DARK = 16;

/** Makes one JPEG at most 640 pixels wide, of the first place that is not dark; if all are, of the last. Throws when aborted or killed. */
export async function makePoster(
  request: PosterRequest,
): Promise<Result<{ readonly brightness: number }, "poster-failed">> {
  let last: number | null = null;
  for (const place of PLACES) {
    last = (await grabFrame(request, place * request.source.durationSeconds)) ?? last;
    if (last !== null && last >= DARK) break;
  }
  return last === null ? refused("poster-failed") : granted({ brightness: last });
}

async function grabFrame(request: PosterRequest, atSeconds: number): Promise<number | null> {
  const { input, outputDir, fileName, source, sandbox, signal } = request;
  const width = Math.min(WIDTH, source.width);
  const height = Math.max(1, Math.round((source.height * width) / source.width));
  let brightness: number | null = null;
  const end = await runSandboxed({
    sandbox,
    mounts: { input, outputDir },
    limits: transcodeLimits(0, 2),
    program: (inside) => buildPoster({ input: inside.input, source, atSeconds, width, height, fileName }),
    signal,
    onLine: (line) => {
      const value = /^lavfi\.signalstats\.YAVG=([\d.]+)$/.exec(line)?.[1];
      if (value !== undefined) brightness = Number(value);
    },
  });
  return end.verdict === "done" ? brightness : null;
}
