import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Bucket, Buckets } from "./buckets";
import type { Fault } from "./fault";
import { ConnectionGone, faultyTransfer } from "./faulty-transfer";
import type { PayloadForm } from "./payload-form";
import { ReceivedBody } from "./received-body";
import type { RequestTarget } from "./request-target";
import { S3Error } from "./s3-error";

export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** One verified request and the reply to it, as the operations see them. */
export class Exchange {
  constructor(
    readonly buckets: Buckets,
    readonly target: RequestTarget,
    readonly headers: RequestHeaders,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly payload: PayloadForm,
    private readonly fault: Fault | undefined,
  ) {}

  get bucketName(): string {
    if (this.target.bucket === null) throw new S3Error("InvalidRequest");
    return this.target.bucket;
  }

  get key(): string {
    if (this.target.key === null) throw new S3Error("InvalidRequest");
    return this.target.key;
  }

  bucket(): Bucket {
    return this.buckets.get(this.bucketName);
  }

  query(name: string): string | undefined {
    return this.target.query.get(name);
  }

  /** A whole number of the query between 0 and `most`, which larger ones are cut to; InvalidArgument otherwise. */
  queryNumber(name: string, absent: number, most: number): number {
    const text = this.query(name);
    if (text === undefined) return absent;
    if (!/^\d{1,10}$/.test(text)) throw new S3Error("InvalidArgument", `Provided ${name} not an integer`);
    return Math.min(Number(text), most);
  }

  get failsIn200(): boolean {
    return this.fault?.kind === "error-in-200";
  }

  /** The body of the request; a client that waits for it is told to go on when reading begins. */
  body(): ReceivedBody {
    return new ReceivedBody(this.#received(), this.headers, this.payload);
  }

  sendXml(document: string, headers: Record<string, string> = {}): void {
    const body = Buffer.from(document);
    this.response.writeHead(200, {
      ...headers,
      "content-type": "application/xml",
      "content-length": body.length,
    });
    this.response.end(body);
  }

  sendEmpty(status: number, headers: Record<string, string> = {}): void {
    this.response.writeHead(status, headers);
    this.response.end();
  }

  /** Sends an object's bytes as fast as the reader takes them; stops reading when the connection goes. */
  async sendBytes(
    status: number,
    headers: Record<string, string>,
    data: AsyncIterable<Buffer>,
  ): Promise<void> {
    const { response } = this;
    response.writeHead(status, headers);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    for await (const piece of faultyTransfer(data, this.fault, this.request.socket)) {
      if (response.destroyed) throw new ConnectionGone();
      if (response.write(piece)) continue;
      await once(response, "drain", { signal: gone.signal }).catch(() => {
        throw new ConnectionGone();
      });
    }
    response.end();
  }

  async *#received(): AsyncGenerator<Buffer> {
    if (this.request.headers.expect !== undefined) this.response.writeContinue();
    // Leaving off early must not destroy the request, or the refusal could not be sent.
    const data = this.request.iterator({ destroyOnReturn: false });
    yield* faultyTransfer(data, this.fault, this.request.socket);
  }
}
