import { rm } from "node:fs/promises";

/** Files that readers may be in the middle of: a discarded file goes when its last reader has finished. */
export class PinnedFiles {
  readonly #readers = new Map<string, number>();
  readonly #discarded = new Set<string>();

  /** Keeps the files until the returned function is called. */
  pin(paths: readonly string[]): () => Promise<void> {
    for (const path of paths) this.#readers.set(path, (this.#readers.get(path) ?? 0) + 1);
    return async () => {
      for (const path of paths) {
        const left = (this.#readers.get(path) ?? 1) - 1;
        if (left > 0) this.#readers.set(path, left);
        else {
          this.#readers.delete(path);
          if (this.#discarded.delete(path)) await rm(path, { force: true });
        }
      }
    };
  }

  /** Removes the files, those being read a little later. */
  async discard(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      if (this.#readers.has(path)) this.#discarded.add(path);
      else await rm(path, { force: true });
    }
  }
}
