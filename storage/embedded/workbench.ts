import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { KeyLocks } from "./key-locks";
import { PinnedFiles } from "./pinned-files";

/** What all buckets of one endpoint have in common: the place for unfinished files, locks and the order of writes. */
export class Workbench {
  readonly locks = new KeyLocks();
  readonly pins = new PinnedFiles();
  #sequence = 0;

  private constructor(readonly root: string) {}

  /** Prepares the directory; whatever was left unfinished there is swept away. */
  static async open(root: string): Promise<Workbench> {
    const unfinished = join(root, "unfinished");
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    await mkdir(join(root, "buckets"), { recursive: true });
    return new Workbench(root);
  }

  /** A fresh path for a file that is being written. */
  unfinishedPath(): string {
    return join(this.root, "unfinished", randomUUID());
  }

  /** A number larger than any that was given out or seen before. */
  nextSequence(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  /** Takes note of a number found on disk. */
  sawSequence(sequence: number): void {
    this.#sequence = Math.max(this.#sequence, sequence);
  }
}
