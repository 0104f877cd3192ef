export interface PlaylistFacts {
  readonly ended: boolean;
  readonly keyLines: readonly string[];
  readonly segments: ReadonlyArray<{ readonly name: string; readonly seconds: number }>;
}

/** Reads the media playlist that ffmpeg wrote: how long each segment is said to be, in seconds, and whether the list was finished. */
export function readPlaylist(text: string): PlaylistFacts {
  const lines = text.split("\n").map((line) => line.trim());
  const segments: { name: string; seconds: number }[] = [];
  let seconds = 0;
  for (const line of lines) {
    if (line.startsWith("#EXTINF:")) seconds = Number.parseFloat(line.slice("#EXTINF:".length));
    else if (line !== "" && !line.startsWith("#")) segments.push({ name: line, seconds });
  }
  return {
    ended: lines.includes("#EXT-X-ENDLIST"),
    keyLines: lines.filter((line) => line.startsWith("#EXT-X-KEY:")),
    segments,
  };
}
