import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BucketObjects } from "./bucket-objects";
import { BucketUploads } from "./bucket-uploads";
import { loadUploads } from "./load-uploads";
import { bucketPaths } from "./object-record";
import { S3Error } from "./s3-error";
import { flushDirectory } from "./sealed-file";
import { Workbench } from "./workbench";

export interface Bucket {
  readonly name: string;
  readonly createdAtMs: number;
  readonly objects: BucketObjects;
  readonly uploads: BucketUploads;
}

/** All buckets in one directory. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  private constructor(private readonly bench: Workbench) {}

  /** Opens a directory, creating it when it is not there, and sweeps what an earlier crash left unfinished. */
  static async open(root: string): Promise<Buckets> {
    const buckets = new Buckets(await Workbench.open(root));
    for (const name of await readdir(join(root, "buckets"))) await buckets.#load(name);
    return buckets;
  }

  /** All buckets by name. */
  all(): Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** NoSuchBucket when there is none. */
  get(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) throw new S3Error("NoSuchBucket", undefined, { BucketName: name });
    return bucket;
  }

  /** Refuses a name that is taken. */
  create(name: string): Promise<void> {
    return this.bench.locks.run(name, async () => {
      if (this.#buckets.has(name))
        throw new S3Error("BucketAlreadyOwnedByYou", undefined, { BucketName: name });
      await this.#load(name);
    });
  }

  /** Refuses while there are objects in it; open uploads go with it. */
  remove(name: string): Promise<void> {
    return this.bench.locks.run(name, async () => {
      if (this.get(name).objects.size > 0)
        throw new S3Error("BucketNotEmpty", undefined, { BucketName: name });
      this.#buckets.delete(name);
      const doomed = this.bench.unfinishedPath();
      await rename(join(this.bench.root, "buckets", name), doomed);
      await flushDirectory(join(this.bench.root, "buckets"));
      await rm(doomed, { recursive: true, force: true });
    });
  }

  async #load(name: string): Promise<void> {
    const paths = bucketPaths(this.bench.root, name);
    const base = join(this.bench.root, "buckets", name);
    for (const path of Object.values(paths)) await mkdir(path, { recursive: true });
    await flushDirectory(base);
    await flushDirectory(join(this.bench.root, "buckets"));
    const objects = new BucketObjects(paths, this.bench);
    await objects.load();
    const found = await loadUploads(paths, this.bench, objects);
    const uploads = new BucketUploads(paths, this.bench, objects, found);
    const { birthtimeMs } = await stat(base);
    this.#buckets.set(name, { name, createdAtMs: Math.round(birthtimeMs), objects, uploads });
  }
}
