import { expect, test } from "vitest";
import { readPlaylist } from "~/worker/media/read-playlist";

const FINISHED = `#EXTM3U
#EXT-X-VERSION:3
#EXT-X-KEY:METHOD=AES-128,URI="key",IV=0x00
#EXTINF:6.000000,
segment-00000.ts
#EXTINF:1.480000,
segment-00001.ts
#EXT-X-ENDLIST
`;

test("a playlist tells its segments with their seconds, its key lines and its end", () => {
  expect(readPlaylist(FINISHED)).toEqual({
    ended: true,
    keyLines: ['#EXT-X-KEY:METHOD=AES-128,URI="key",IV=0x00'],
    segments: [
      { name: "segment-00000.ts", seconds: 6 },
      { name: "segment-00001.ts", seconds: 1.48 },
    ],
  });
});

test("a playlist without its last line has not ended", () => {
  expect(readPlaylist(FINISHED.replace("#EXT-X-ENDLIST\n", "")).ended).toBe(false);
});
