import { z } from "zod";

const seconds = z.coerce.number().finite().optional().catch(undefined);

const StreamReport = z.object({
  index: z.number().int().nonnegative(),
  codec_type: z.string().optional(),
  codec_name: z.string().default("unknown"),
  width: z.number().int().nonnegative().default(0),
  height: z.number().int().nonnegative().default(0),
  pix_fmt: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  duration: seconds,
  nb_frames: z.coerce.number().int().positive().optional().catch(undefined),
  disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
  tags: z.object({ rotate: z.coerce.number().optional().catch(undefined) }).default({}),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
});

/** What we read of ffprobe's JSON. Everything but a stream's index may be missing. */
export const FfprobeReport = z.object({
  streams: z.array(StreamReport).default([]),
  format: z.object({ duration: seconds }).default({}),
});

export type FfprobeReport = z.infer<typeof FfprobeReport>;
export type FfprobeStream = z.infer<typeof StreamReport>;

/** Width and height as a player shows them: rotated, and with square pixels. */
export function shownSize(stream: FfprobeStream): { width: number; height: number } {
  const width = Math.round(stream.width * pixelShape(stream.sample_aspect_ratio));
  const rotation =
    stream.side_data_list.find((data) => data.rotation !== undefined)?.rotation ?? stream.tags.rotate ?? 0;
  return Math.abs(rotation) % 180 === 90
    ? { width: stream.height, height: width }
    : { width, height: stream.height };
}

function pixelShape(ratio: string | undefined): number {
  const [across, down] = (ratio ?? "").split(":").map(Number);
  return across && down ? across / down : 1;
}
