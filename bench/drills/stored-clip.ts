import type { OpenedMeans } from "~/bench/means";
import type { ClipOutcome } from "~/db/testing/clip-outcome";
import type { ClipId } from "~/domain/ids";
import { clipPrefix, PLAYLIST_NAME, POSTER_NAME, segmentName } from "~/storage/keys";

async function listKeys({ store }: OpenedMeans, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

/** What is wrong with the objects of a prepared clip: those that are missing, and those that nobody will ever ask for. */
export async function findStorageFaults(
  means: OpenedMeans,
  clipId: ClipId,
  { renditions }: ClipOutcome,
): Promise<string[]> {
  const wanted = renditions.flatMap(({ objectPrefix, segmentCount }) =>
    [
      PLAYLIST_NAME,
      POSTER_NAME,
      ...Array.from({ length: segmentCount }, (_, index) => segmentName(index)),
    ].map((name) => `${objectPrefix}${name}`),
  );
  const stored = await listKeys(means, clipPrefix(clipId));
  const uploads = await listKeys(means, "raw/");
  return [
    ...wanted.filter((key) => !stored.includes(key)).map((key) => `${key} is missing`),
    ...stored.filter((key) => !wanted.includes(key)).map((key) => `${key} was left behind`),
    ...uploads.map((key) => `${key} was left behind`),
    ...(await findPlaylistFaults(means, renditions)),
  ];
}

async function findPlaylistFaults(
  { store }: OpenedMeans,
  renditions: ClipOutcome["renditions"],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { objectPrefix, segmentCount } of renditions) {
    const opened = await store.open(`${objectPrefix}${PLAYLIST_NAME}`);
    const lines =
      opened === null ? [] : (await opened.body.setEncoding("utf8").toArray()).join("").split("\n");
    const segments = lines.filter((line) => line.endsWith(".ts"));
    if (segments.length !== segmentCount || !lines.includes("#EXT-X-ENDLIST"))
      faults.push(`${objectPrefix}${PLAYLIST_NAME} is not complete`);
  }
  return faults;
}
