import { type AcceptedSource, type FootageContainer, INSPECTION_LIMITS } from "~/domain/footage/inspection";
import {
  RENDITION_PLAYLIST,
  RENDITION_SEGMENT_PATTERN,
  type RenditionPlan,
} from "~/domain/footage/renditions";

/**
 * The only way an uploaded file is ever opened: one demuxer, chosen by us, that may read this file and follow nothing out of it.
 * Left to guess, ffmpeg obeys a playlist that is merely named .mp4.
 */
function lockedInput(container: FootageContainer, input: string): string[] {
  const demuxer =
    container === "mp4"
      ? ["-f", "mov,mp4,m4a,3gp,3g2,mj2", "-enable_drefs", "0", "-use_absolute_path", "0"]
      : ["-f", "matroska"];
  const maxPixels = String(INSPECTION_LIMITS.maxPixels);
  return [
    "-protocol_whitelist",
    "file",
    "-max_streams",
    "16",
    "-max_pixels",
    maxPixels,
    ...demuxer,
    "-i",
    input,
  ];
}

const STREAM_ENTRIES =
  "stream=index,codec_type,codec_name,width,height,pix_fmt,sample_aspect_ratio,duration,nb_frames" +
  ":stream_disposition=attached_pic:stream_tags=rotate:stream_side_data=rotation:format=duration";

/** ffprobe's reading of the container's head, as JSON: measures only, none of the texts a file may carry. */
export function buildHeaderProbe(container: FootageContainer, input: string): string[] {
  return [
    "ffprobe",
    "-hide_banner",
    "-v",
    "error",
    "-of",
    "json",
    "-show_entries",
    STREAM_ENTRIES,
    ...lockedInput(container, input),
  ];
}

/** ffprobe's reading of an MP4's first moving picture as it is stored, before any edit list: its seconds, alone on a line. */
export function buildUncutProbe(input: string): string[] {
  const format = ["-of", "csv=p=0", "-select_streams", "V:0", "-show_entries", "stream=duration"];
  return [
    "ffprobe",
    "-hide_banner",
    "-v",
    "error",
    ...format,
    "-ignore_editlist",
    "1",
    ...lockedInput("mp4", input),
  ];
}

/** ffprobe's list of every packet of every stream, one per line. */
export function buildPacketProbe(container: FootageContainer, input: string): string[] {
  const entries = "packet=stream_index,pts_time,duration_time,size,flags";
  return [
    "ffprobe",
    "-hide_banner",
    "-v",
    "error",
    "-of",
    "compact=p=0",
    "-show_entries",
    entries,
    ...lockedInput(container, input),
  ];
}

/** ffprobe's list of the streams in one of our own segments. */
export function buildSegmentProbe(input: string): string[] {
  return [
    "ffprobe",
    "-v",
    "error",
    "-protocol_whitelist",
    "file",
    "-of",
    "compact=p=0",
    "-show_entries",
    "stream=index,codec_type",
    "-f",
    "mpegts",
    "-i",
    input,
  ];
}

export interface TranscodeJob {
  readonly input: string;
  readonly keyInfoFile: string;
  readonly plan: RenditionPlan;
  readonly source: Pick<AcceptedSource, "container">;
  readonly threads: number;
}

/** ffmpeg's command for one encrypted HLS rendition in the working folder: first picture and first sound, nothing else of the file. */
export function buildTranscode({ input, keyInfoFile, plan, source, threads }: TranscodeJob): string[] {
  const gop = String(plan.groupOfPictures);
  const scale = `fps=${plan.framesPerSecond},scale=${plan.width}:${plan.height},setsar=1,format=yuv420p`;
  return [
    // Verbose, because only then does it say how many frames it could decode.
    ...["ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-v", "verbose", "-xerror"],
    ...["-err_detect", "explode", "-threads", String(threads), ...lockedInput(source.container, input)],
    ...["-map", "0:V:0", "-map", "0:a:0?", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"],
    ...[
      "-vf",
      scale,
      "-c:v",
      "libx264",
      "-preset",
      "veryfast",
      "-profile:v",
      "high",
      "-threads",
      String(threads),
    ],
    ...["-crf", "23", "-maxrate", `${plan.maxVideoKilobits}k`, "-bufsize", `${2 * plan.maxVideoKilobits}k`],
    ...["-g", gop, "-keyint_min", gop, "-sc_threshold", "0"],
    ...["-c:a", "aac", "-b:a", `${plan.audioKilobits}k`, "-ar", "48000", "-ac", "2"],
    ...[
      "-f",
      "hls",
      "-hls_time",
      String(plan.segmentSeconds),
      "-hls_playlist_type",
      "vod",
      "-hls_list_size",
      "0",
    ],
    ...["-hls_key_info_file", keyInfoFile, "-hls_segment_filename", RENDITION_SEGMENT_PATTERN],
    ...["-progress", "pipe:1", "-stats_period", "0.5", RENDITION_PLAYLIST],
  ];
}

export interface PosterJob {
  readonly input: string;
  readonly source: Pick<AcceptedSource, "container">;
  readonly atSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly fileName: string;
}

/** ffmpeg's command for one JPEG: the most typical of the frames that follow the given second. Prints its mean brightness, 0 to 255. */
export function buildPoster({ input, source, atSeconds, width, height, fileName }: PosterJob): string[] {
  const filters = [
    `scale=${width}:${height}`,
    // After scaling, because the filter holds all its candidates in memory.
    "thumbnail=n=25",
    "setsar=1",
    "format=yuvj420p",
    "signalstats",
    "metadata=print:key=lavfi.signalstats.YAVG:file=pipe\\\\:1",
  ];
  return [
    ...["ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-v", "error"],
    ...["-ss", atSeconds.toFixed(3), ...lockedInput(source.container, input)],
    ...["-map", "0:V:0", "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"],
    ...["-vf", filters.join(","), "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3"],
    ...["-flags:v", "+bitexact", "-fflags", "+bitexact", "-f", "image2", "-update", "1", "-y", fileName],
  ];
}
