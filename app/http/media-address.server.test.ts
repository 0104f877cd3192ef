import { expect, test } from "vitest";
import { parseMediaAddress } from "~/app/http/media-address.server";

const SESSION = "3f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b";
const CLIP = "5f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b";
const IN_SESSION = `/media/sessions/${SESSION}/clips/${CLIP}`;

test.each([
  ["playlist.m3u8", { kind: "playlist" }],
  ["key", { kind: "key" }],
  ["poster.jpg", { kind: "poster" }],
  ["segment-00000.ts", { kind: "segment", index: 0 }],
  ["segment-00042.ts", { kind: "segment", index: 42 }],
  ["segment-123456.ts", { kind: "segment", index: 123_456 }],
])("%s of a clip is found in a session and in a preview", (name, file) => {
  expect(parseMediaAddress(`${IN_SESSION}/${name}`)).toEqual({
    place: "session",
    sessionId: SESSION,
    clipId: CLIP,
    file,
  });
  expect(parseMediaAddress(`/media/clips/${CLIP}/${name}`)).toEqual({ place: "preview", clipId: CLIP, file });
});

test.each([
  `${IN_SESSION}/`,
  `${IN_SESSION}/playlist.m3u8/`,
  `${IN_SESSION}/playlist.m3u8?x=1`,
  `${IN_SESSION}/playlist.m3u8.`,
  `${IN_SESSION}/Playlist.m3u8`,
  `${IN_SESSION}/key.data`,
  `${IN_SESSION}/segment-0.ts`,
  `${IN_SESSION}/segment-000001.ts`,
  `${IN_SESSION}/segment-99999999999.ts`,
  `${IN_SESSION}/segment--0001.ts`,
  `${IN_SESSION}/segment-1e004.ts`,
  `${IN_SESSION}/segment-00000%2ets`,
  `${IN_SESSION}/../${CLIP}/key`,
  `${IN_SESSION}//key`,
  `${IN_SESSION}%2fkey`,
  `/${IN_SESSION}/key`,
  `http://portal.example${IN_SESSION}/key`,
  `/MEDIA/sessions/${SESSION}/clips/${CLIP}/key`,
  `/media/sessions/${SESSION.toUpperCase()}/clips/${CLIP}/key`,
  `/media/sessions/${SESSION}/clips/${"-".repeat(36)}/key`,
  `/media/clips/${CLIP}/../../sessions/key`,
  `/media/clips/${SESSION}/clips/${CLIP}/key`,
])("%s is no address of footage", (address) => {
  expect(parseMediaAddress(address)).toBeNull();
});
