import { Player } from "~/app/components/player/player";
import { paths } from "~/app/paths";

interface ClipPreviewProps {
  clipId: string;
  reference: string;
  durationMs: number;
  /** The short code of the officer who watches. */
  watermark: string;
}

/** The clip as panels would see it. */
export function ClipPreview({ clipId, durationMs, reference, watermark }: ClipPreviewProps) {
  return (
    <div className="app-clip-preview">
      <Player
        title={`Clip ${reference}`}
        watermark={watermark}
        source={{
          playlistUrl: paths.mediaPreview(clipId, "playlist.m3u8"),
          posterUrl: paths.mediaPreview(clipId, "poster.jpg"),
          durationMs,
        }}
      />
    </div>
  );
}
