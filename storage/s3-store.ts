import { Readable } from "node:stream";
import {
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import type { ByteRange, ListedObject, ObjectStore, OpenedObject } from "./object-store";
import { putObject } from "./put-object";
import { s3ClientSettings } from "./s3-client-settings";
import type { S3Config } from "./s3-config";
import { isRefusal, refusalDetail } from "./s3-refusal";
import { UnsatisfiableRange } from "./unsatisfiable-range";

const MOST_KEYS_PER_DELETE = 1000;

/** The object store on any S3. Opens its own connections: only the doors make one, and close it. */
export class S3Store implements ObjectStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(config: S3Config) {
    this.#client = new S3Client(s3ClientSettings(config));
    this.#bucket = config.bucket;
  }

  /** Makes sure that the bucket is there, creating it when it is not. */
  async ensureBucket(): Promise<void> {
    try {
      await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }));
    } catch (error) {
      if (!isRefusal(error, "NotFound", "NoSuchBucket")) throw error;
      await this.#client.send(new CreateBucketCommand({ Bucket: this.#bucket })).catch((refusal: unknown) => {
        if (!isRefusal(refusal, "BucketAlreadyOwnedByYou")) throw refusal;
      });
    }
  }

  /** Closes the connections; transfers under way end. */
  async close(): Promise<void> {
    this.#client.destroy();
  }

  async put(
    key: string,
    body: Uint8Array | Readable,
    options: { contentType: string; length?: number; onlyIfAbsent?: boolean },
  ): Promise<boolean> {
    return putObject(this.#client, { bucket: this.#bucket, key, ...options }, body);
  }

  async open(
    key: string,
    options: { range?: ByteRange; signal?: AbortSignal } = {},
  ): Promise<OpenedObject | null> {
    const { range, signal } = options;
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ...(range === undefined ? {} : { Range: `bytes=${range.start}-${range.end ?? ""}` }),
    });
    try {
      const answer = await this.#client.send(command, signal === undefined ? {} : { abortSignal: signal });
      return opened(key, answer, options);
    } catch (error) {
      if (isRefusal(error, "NoSuchKey")) return null;
      if (!isRefusal(error, "InvalidRange")) throw error;
      throw new UnsatisfiableRange(key, Number(refusalDetail(error, "ActualObjectSize")));
    }
  }

  async size(key: string): Promise<number | null> {
    try {
      const head = await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key }));
      return head.ContentLength ?? 0;
    } catch (error) {
      if (isRefusal(error, "NotFound", "NoSuchKey")) return null;
      throw error;
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (let begin = 0; begin < keys.length; begin += MOST_KEYS_PER_DELETE) {
      const Objects = keys.slice(begin, begin + MOST_KEYS_PER_DELETE).map((key) => ({ Key: key }));
      const command = new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects, Quiet: true } });
      const { Errors: errors = [] } = await this.#client.send(command);
      const failed = errors.filter(({ Code: code }) => code !== "NoSuchKey");
      if (failed.length > 0) {
        throw new Error(
          `S3 did not delete ${failed.map(({ Key: key, Code: code }) => `${key} (${code})`).join(", ")}.`,
        );
      }
    }
  }

  async *list(prefix: string): AsyncGenerator<ListedObject> {
    let token: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({
          Bucket: this.#bucket,
          Prefix: prefix,
          EncodingType: "url",
          ...(token === undefined ? {} : { ContinuationToken: token }),
        }),
      );
      for (const { Key: key, Size: size, LastModified: modifiedAt } of page.Contents ?? []) {
        if (key === undefined || size === undefined || modifiedAt === undefined) {
          throw new Error(`S3 listed an object below ${prefix} without its key, size or date.`);
        }
        yield { key: decodeListedKey(key), size, modifiedAt };
      }
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }
}

function opened(
  key: string,
  answer: GetObjectCommandOutput,
  { range, signal }: { range?: ByteRange; signal?: AbortSignal },
): OpenedObject {
  const { Body: body, ContentLength: length, ContentRange: stretch, ContentType: contentType } = answer;
  if (!(body instanceof Readable)) throw new Error(`S3 answered without a body for ${key}.`);
  endWithSignal(body, signal);
  if (length === undefined || (range === undefined) !== (stretch === undefined)) {
    body.destroy();
    throw new Error(`S3 did not answer with the stretch of ${key} that it was asked for.`);
  }
  const size = stretch === undefined ? length : Number(stretch.slice(stretch.indexOf("/") + 1));
  return { body, length, size, contentType: contentType ?? "application/octet-stream" };
}

// The SDK stops heeding the signal once the headers are there; the body must end with it too. An abort may come
// before anybody listens to the body, and must not then bring the process down.
function endWithSignal(body: Readable, signal: AbortSignal | undefined): void {
  body.on("error", () => {});
  if (signal === undefined) return;
  const end = () => body.destroy(signal.reason instanceof Error ? signal.reason : new Error("Aborted"));
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  body.once("close", () => signal.removeEventListener("abort", end));
}

// S3 writes a space as a plus sign in listings.
function decodeListedKey(key: string): string {
  return decodeURIComponent(key.replaceAll("+", "%20"));
}
