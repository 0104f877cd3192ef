import { createHash } from "node:crypto";
import {
  type Checksum,
  checksumHeader,
  findChecksumAlgorithm,
  requireChecksumShape,
  startChecksum,
} from "./checksum";
import { ChunkedBody } from "./chunked-body";
import type { PayloadForm } from "./payload-form";
import { S3Error } from "./s3-error";

type Headers = Readonly<Record<string, string | undefined>>;

/** S3 takes no more than 5 GiB in one request. */
const LARGEST_BODY = 5 * 1024 ** 3;

/** What was learnt of a body that arrived whole and kept its promises. */
export interface BodyFacts {
  readonly size: number;
  readonly md5: string;
  readonly checksum: Checksum;
}

/**
 * The body of a request, decoded. Iterating it verifies, at its end, the length, the payload hash, Content-MD5 and
 * the checksum in header or trailer; it throws before ending when any of them does not hold.
 */
export class ReceivedBody {
  #facts: BodyFacts | null = null;

  constructor(
    private readonly source: AsyncIterable<Buffer>,
    private readonly headers: Headers,
    private readonly form: PayloadForm,
  ) {}

  /** Available once the iteration has ended. */
  get facts(): BodyFacts {
    if (this.#facts === null) throw new Error("The body has not been read to its end.");
    return this.#facts;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    const { headers, form } = this;
    const declaredLength = parseLength(headers, form);
    const expectedMd5 = parseContentMd5(headers["content-md5"]);
    const announced = headers["x-amz-trailer"]?.trim().toLowerCase();
    const algorithm = findChecksumAlgorithm([...Object.keys(headers), ...(announced ? [announced] : [])]);
    const inHeader = algorithm === null ? undefined : headers[checksumHeader(algorithm)];
    if (algorithm !== null && inHeader !== undefined) requireChecksumShape(algorithm, inHeader);

    const checksum = startChecksum(algorithm ?? "crc32");
    const md5 = createHash("md5");
    const sha256 = form.kind === "hashed" ? createHash("sha256") : null;
    const chunked =
      form.kind === "chunked" ? new ChunkedBody(this.source, form.signer, form.hasTrailer) : null;
    let size = 0;
    for await (const data of chunked ?? this.source) {
      size += data.length;
      if (size > declaredLength) throw new S3Error("IncompleteBody");
      md5.update(data);
      checksum.update(data);
      sha256?.update(data);
      yield data;
    }

    if (size !== declaredLength) throw new S3Error("IncompleteBody");
    if (form.kind === "hashed" && sha256?.digest("hex") !== form.sha256) {
      throw new S3Error("XAmzContentSHA256Mismatch");
    }
    const md5Digest = md5.digest();
    if (expectedMd5 !== null && !expectedMd5.equals(md5Digest)) throw new S3Error("BadDigest");
    const value = checksum.base64();
    const promised = inHeader ?? trailingChecksum(chunked?.trailers, announced);
    if (promised !== undefined && promised !== value) throw new S3Error("BadDigest");
    this.#facts = {
      size,
      md5: md5Digest.toString("hex"),
      checksum: { algorithm: algorithm ?? "crc32", value, type: "FULL_OBJECT" },
    };
  }

  /** The whole body as text, for the small XML documents; refuses more than `mostBytes`. */
  async text(mostBytes: number): Promise<string> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const data of this) {
      size += data.length;
      if (size > mostBytes) throw new S3Error("MalformedXML", "The document is too long.");
      pieces.push(data);
    }
    return Buffer.concat(pieces).toString("utf8");
  }
}

function parseLength(headers: Headers, form: PayloadForm): number {
  const chunked = form.kind === "chunked";
  const framed = headers["content-length"] ?? (headers["transfer-encoding"] === undefined ? "0" : "");
  const length = chunked ? (headers["x-amz-decoded-content-length"] ?? "") : framed;
  if (!/^\d{1,15}$/.test(length)) throw new S3Error("MissingContentLength");
  if (Number(length) > LARGEST_BODY) throw new S3Error("EntityTooLarge");
  return Number(length);
}

function parseContentMd5(header: string | undefined): Buffer | null {
  if (header === undefined) return null;
  const digest = Buffer.from(header, "base64");
  if (digest.length !== 16) throw new S3Error("InvalidDigest");
  return digest;
}

function trailingChecksum(
  trailers: ReadonlyMap<string, string> | undefined,
  announced: string | undefined,
): string | undefined {
  const [name, second] = trailers?.keys() ?? [];
  if (name !== announced || second !== undefined) throw new S3Error("MalformedTrailerError");
  return name === undefined ? undefined : trailers?.get(name);
}
