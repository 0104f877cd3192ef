import type { FootageContainer, MediaFacts, ProbeFacts } from "~/domain/footage/inspection";
import { buildHeaderProbe, buildPacketProbe, buildUncutProbe } from "~/worker/media/ffmpeg-arguments";
import { FfprobeReport, type FfprobeStream, shownSize } from "~/worker/media/ffprobe-report";
import { tallyPackets } from "~/worker/media/packet-tally";
import { probeLimits } from "~/worker/media/run-limits";
import { runSandboxed, type SandboxedEnd } from "~/worker/media/run-sandboxed";
import type { MediaSandbox } from "~/worker/media/sandbox";
import { sniffContainer } from "~/worker/media/sniff-container";

export interface ProbeRequest {
  /** Absolute path. */
  readonly input: string;
  readonly sandbox: MediaSandbox;
  readonly signal: AbortSignal;
}

/** Far more than sixteen streams need; a report that is longer is no report. */
const REPORT_LENGTH = 1024 * 1024;
const OVERSIZED = /exceeds specified max pixel count/;

/**
 * Finds out what a file is: its container by its first bytes, its claims by ffprobe, and its true extent by reading every packet.
 * A file that cannot be read gives facts too; only the machine's own failings are thrown.
 */
export async function probe(request: ProbeRequest): Promise<ProbeFacts> {
  const { sizeBytes, container } = await sniffContainer(request.input);
  if (sizeBytes === 0) return { kind: "empty" };
  if (!container) return { kind: "foreign" };

  let json = "";
  const head = await look(
    request,
    (input) => buildHeaderProbe(container, input),
    (line) => {
      if (json.length + line.length <= REPORT_LENGTH) json += line;
    },
  );
  if (OVERSIZED.test(head.stderrTail)) return { kind: "oversized-picture" };
  if (head.verdict !== "done") return { kind: "unreadable" };
  const report = parseReport(json);
  if (!report) return { kind: "unreadable" };

  const tally = tallyPackets();
  const packets = await look(request, (input) => buildPacketProbe(container, input), tally.add);
  if (packets.verdict !== "done") return { kind: "unreadable" };
  const facts = describeMedia(container, sizeBytes, report, tally);
  const { video } = facts;
  if (container !== "mp4" || !video || (video.claimedFrames ?? 0) <= video.packets.count) return facts;
  return { ...facts, video: { ...video, uncutSeconds: await measureUncut(request) } };
}

async function measureUncut(request: ProbeRequest): Promise<number | null> {
  let seconds = Number.NaN;
  await look(request, buildUncutProbe, (line) => {
    seconds = Number.parseFloat(line);
  });
  return Number.isFinite(seconds) ? seconds : null;
}

function look(
  { input, sandbox, signal }: ProbeRequest,
  command: (input: string) => string[],
  onLine: (line: string) => void,
): Promise<SandboxedEnd> {
  const limits = probeLimits();
  return runSandboxed({
    sandbox,
    mounts: { input },
    limits,
    program: (inside) => command(inside.input),
    signal,
    onLine,
  });
}

function parseReport(json: string): FfprobeReport | null {
  try {
    return FfprobeReport.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

function describeMedia(
  container: FootageContainer,
  sizeBytes: number,
  report: FfprobeReport,
  tally: ReturnType<typeof tallyPackets>,
): MediaFacts {
  const { bytes, startSeconds, endSeconds } = tally.total();
  const video = report.streams.find(isMovingPicture);
  const audio = report.streams.find((stream) => stream.codec_type === "audio");
  return {
    kind: "media",
    container,
    sizeBytes,
    packetBytes: bytes,
    claimedSeconds: report.format.duration ?? null,
    startSeconds,
    endSeconds,
    video: video
      ? {
          codec: video.codec_name,
          ...shownSize(video),
          pixelFormat: video.pix_fmt ?? null,
          claimedSeconds: video.duration ?? null,
          claimedFrames: video.nb_frames ?? null,
          uncutSeconds: null,
          packets: tally.of(video.index),
        }
      : null,
    audio: audio ? { codec: audio.codec_name, packets: tally.of(audio.index) } : null,
  };
}

/** Cover art is a video stream to ffprobe; to us it is not. */
function isMovingPicture(stream: FfprobeStream): boolean {
  return stream.codec_type === "video" && stream.disposition.attached_pic === 0;
}
