import { request } from "node:http";
import type { S3Config } from "../s3-config";
import { type CredentialScope, signingKey, signRequest } from "./signature-v4";

/** What the signatures of a body's chunks begin from. */
export interface Seed {
  readonly key: Buffer;
  readonly timestamp: string;
  readonly scope: CredentialScope;
  readonly signature: string;
}

/** A request signed by hand, so that tests can send what no SDK would. */
export interface HandmadeRequest {
  readonly method?: string;
  /** As it stands in the request line, before the query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body whose chunks are signed is made from what the request itself was signed with. */
  readonly body?: string | Buffer | ((seed: Seed) => string);
  readonly payloadHash?: string;
  readonly at?: Date;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  /** Signs in the query, for that many seconds. */
  readonly expiresSeconds?: number;
  /** Sent in place of what was signed. */
  readonly sentAs?: { readonly method?: string; readonly path?: string };
  /** Sent, but not signed. */
  readonly unsignedHeaders?: Readonly<Record<string, string>>;
}

export interface HandmadeReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Signs a request as it says and sends it. */
export function sendSigned(config: S3Config, handmade: HandmadeRequest): Promise<HandmadeReply> {
  const { host } = new URL(config.endpoint ?? "");
  const timestamp = (handmade.at ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, "");
  const accessKeyId = handmade.accessKeyId ?? config.credentials.accessKeyId;
  const scope = { accessKeyId, date: timestamp.slice(0, 8), region: config.region };
  const payloadHash = handmade.payloadHash ?? "UNSIGNED-PAYLOAD";
  const credential = `${accessKeyId}/${scope.date}/${scope.region}/s3/aws4_request`;
  const presigned = handmade.expiresSeconds !== undefined;
  const headers: Record<string, string> = presigned
    ? { host, ...handmade.headers }
    : { host, "x-amz-date": timestamp, "x-amz-content-sha256": payloadHash, ...handmade.headers };
  const signedHeaders = Object.keys(headers).sort();
  const query = new Map(Object.entries(handmade.query ?? {}));
  if (presigned) {
    query.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    query.set("X-Amz-Credential", credential);
    query.set("X-Amz-Date", timestamp);
    query.set("X-Amz-Expires", String(handmade.expiresSeconds));
    query.set("X-Amz-SignedHeaders", signedHeaders.join(";"));
  }
  const method = handmade.method ?? "GET";
  const key = signingKey(handmade.secretAccessKey ?? config.credentials.secretAccessKey, scope);
  const signature = signRequest(key, timestamp, scope, {
    method,
    rawPath: handmade.path,
    query,
    signedHeaders,
    headers,
    payloadHash,
  });
  if (presigned) query.set("X-Amz-Signature", signature);
  else {
    const names = signedHeaders.join(";");
    headers.authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  }
  const body =
    typeof handmade.body === "function" ? handmade.body({ key, timestamp, scope, signature }) : handmade.body;
  return send(config, { ...handmade, ...(body === undefined ? {} : { body }) }, query, headers);
}

/** Sends a request without any signature. */
export function sendUnsigned(config: S3Config, handmade: HandmadeRequest): Promise<HandmadeReply> {
  const query = new Map(Object.entries(handmade.query ?? {}));
  return send(config, handmade, query, { ...handmade.headers });
}

function send(
  config: S3Config,
  handmade: HandmadeRequest,
  query: ReadonlyMap<string, string>,
  headers: Readonly<Record<string, string>>,
): Promise<HandmadeReply> {
  const { hostname, port } = new URL(config.endpoint ?? "");
  const pairs = [...query].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const { method = handmade.method ?? "GET", path: target = handmade.path } = handmade.sentAs ?? {};
  const path = pairs.length === 0 ? target : `${target}?${pairs.join("&")}`;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        path,
        method,
        headers: { ...headers, ...handmade.unsignedHeaders },
        agent: false,
      },
      (reply) => {
        const pieces: Buffer[] = [];
        reply.on("data", (piece: Buffer) => pieces.push(piece));
        reply.on("error", reject);
        reply.on("end", () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(typeof handmade.body === "function" ? undefined : handmade.body);
  });
}
