import { createHash } from "node:crypto";
import type { ChunkSigner } from "./payload-form";
import { S3Error } from "./s3-error";
import { sameSignature } from "./signature-v4";

const LONGEST_LINE = 4096;
const MOST_TRAILERS = 16;
const CHUNK_LINE = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/;

/**
 * Decodes a body sent as aws-chunked: yields the data as it arrives, verifies each chunk's signature where there is
 * one, and leaves the trailer in `trailers`. What was yielded counts for nothing until the iteration has ended.
 */
export class ChunkedBody {
  readonly trailers = new Map<string, string>();
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(
    source: AsyncIterable<Buffer>,
    private readonly signer: ChunkSigner | null,
    private readonly hasTrailer: boolean,
  ) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const [, digits, signature] = CHUNK_LINE.exec(await this.#line()) ?? [];
        if (digits === undefined)
          throw new S3Error("IncompleteBody", "A chunk does not begin with its size.");
        const length = Number.parseInt(digits, 16);
        yield* this.#data(length, signature);
        if (length === 0) break;
        if ((await this.#line()) !== "")
          throw new S3Error("IncompleteBody", "A chunk is longer than it says.");
      }
      await this.#readTrailer();
      if (this.#rest.length > 0 || (await this.#fill())) {
        throw new S3Error("IncompleteBody", "The body goes on after its last chunk.");
      }
    } finally {
      await this.#source.return?.();
    }
  }

  async *#data(length: number, signature: string | undefined): AsyncGenerator<Buffer> {
    const hash = this.signer === null ? null : createHash("sha256");
    let left = length;
    while (left > 0) {
      if (this.#rest.length === 0 && !(await this.#fill())) throw new S3Error("IncompleteBody");
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      hash?.update(piece);
      yield piece;
    }
    if (this.signer !== null && hash !== null) {
      const expected = this.signer.chunk(hash.digest("hex"));
      if (!sameSignature(expected, signature ?? "")) throw new S3Error("SignatureDoesNotMatch");
    }
  }

  async #readTrailer(): Promise<void> {
    let signature: string | undefined;
    for (let line = await this.#line(); line !== ""; line = await this.#line()) {
      const [, name, value] = /^([!-9;-~]+):\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined || this.trailers.size >= MOST_TRAILERS) {
        throw new S3Error("MalformedTrailerError");
      }
      if (name.toLowerCase() === "x-amz-trailer-signature") signature = value;
      else this.trailers.set(name.toLowerCase(), value);
    }
    if (!this.hasTrailer && this.trailers.size > 0) throw new S3Error("MalformedTrailerError");
    if (this.signer === null || !this.hasTrailer) return;
    const lines = [...this.trailers].map(([name, value]) => `${name}:${value}\n`).join("");
    if (!sameSignature(this.signer.trailer(lines), signature ?? "")) {
      throw new S3Error("SignatureDoesNotMatch");
    }
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf("\r\n");
      if (end >= 0 && end <= LONGEST_LINE) {
        const line = this.#rest.toString("latin1", 0, end);
        this.#rest = this.#rest.subarray(end + 2);
        return line;
      }
      if (end >= 0 || this.#rest.length > LONGEST_LINE || !(await this.#fill())) {
        throw new S3Error("IncompleteBody");
      }
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    return true;
  }
}
