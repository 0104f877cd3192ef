import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { type ClipId, parseId } from "~/domain/ids";

/** One run's private folder: nobody but the worker may look inside, and all of it goes when the run ends. */
export interface Staging {
  /** Where the upload is fetched to. */
  readonly input: string;
  readonly outputDir: string;
  readonly posterDir: string;
  readonly scratchDir: string;
  readonly remove: () => Promise<void>;
}

/** Makes the folder of one run below the staging folder. */
export async function openStaging(root: string, clipId: ClipId, generation: number): Promise<Staging> {
  const folder = join(root, clipId, String(generation));
  const inside = (name: string): string => join(folder, name);
  const [outputDir, posterDir, scratchDir] = [inside("rendition"), inside("poster"), inside("scratch")];
  for (const path of [outputDir, posterDir, scratchDir]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  }
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await removeIfEmpty(join(root, clipId));
  };
  return { input: inside("upload"), outputDir, posterDir, scratchDir, remove };
}

/**
 * Removes the folders of runs that are over, such as those of a worker that was killed; answers how many there were.
 * `listLive` is asked after looking, so that a run begun meanwhile keeps its folder.
 */
export async function removeStaleStaging(
  root: string,
  listLive: () => Promise<ReadonlyArray<{ readonly clipId: ClipId; readonly generation: number }>>,
): Promise<number> {
  const found: { clipId: ClipId; generation: number }[] = [];
  for (const name of await namesIn(root)) {
    const clipId = parseId<ClipId>(name);
    if (!clipId) continue;
    const runs = (await namesIn(join(root, clipId))).filter((run) => /^\d+$/.test(run));
    found.push(...runs.map((run) => ({ clipId, generation: Number(run) })));
  }
  if (found.length === 0) return 0;
  const live = new Set((await listLive()).map(({ clipId, generation }) => `${clipId}/${generation}`));
  const stale = found.filter(({ clipId, generation }) => !live.has(`${clipId}/${generation}`));
  for (const { clipId, generation } of stale) {
    await rm(join(root, clipId, String(generation)), { recursive: true, force: true });
    await removeIfEmpty(join(root, clipId));
  }
  return stale.length;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(ignore("ENOENT", [] as string[]));
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(ignore("ENOENT", undefined)).catch(ignore("ENOTEMPTY", undefined));
}

function ignore<T>(code: string, instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === code) return instead;
    throw error;
  };
}
