import { mkdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Buckets } from "./buckets";
import { claimDirectory } from "./directory-claim";
import type { FaultHook } from "./fault";
import { type Endpoint, serveRequest } from "./serve-request";

export interface EmbeddedS3Options {
  /** Where everything is kept; created when it is not there. */
  readonly directory: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** For tests: asked before each verified request what is to go wrong with it. */
  readonly faults?: FaultHook;
}

export interface EmbeddedS3 {
  readonly endpoint: string;
  readonly port: number;
  /** Stops listening, ends the open connections and lets go of the directory. */
  close(): Promise<void>;
}

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const KEEP_ALIVE_MS = 120_000;

/**
 * Starts our own S3 endpoint over a directory, for the demo and the tests. Refuses any address but loopback, empty
 * credentials, and a directory that another endpoint is using.
 */
export async function startEmbeddedS3(options: EmbeddedS3Options): Promise<EmbeddedS3> {
  const { directory, host = "127.0.0.1", accessKeyId, secretAccessKey } = options;
  if (!LOOPBACK.includes(host)) throw new Error(`The embedded S3 listens on loopback only, not on ${host}.`);
  if (accessKeyId === "" || secretAccessKey === "") throw new Error("The embedded S3 needs credentials.");
  await mkdir(directory, { recursive: true });
  const letGo = await claimDirectory(directory);
  try {
    const endpoint: Endpoint = {
      buckets: await Buckets.open(directory),
      credentials: { accessKeyId, secretAccessKey },
      faults: options.faults,
      reportBug: (error) => console.error("embedded S3:", error),
    };
    const server = createServer();
    const serve = (request: IncomingMessage, response: ServerResponse) => {
      void serveRequest(endpoint, request, response);
    };
    server.on("request", serve);
    // A refusal then reaches a client that waits with its body before it has sent any of it.
    server.on("checkContinue", serve);
    // A slow upload of several GB is no attack here, and clients keep their connections between requests.
    server.requestTimeout = 0;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, host, resolve);
    });
    const { port } = server.address() as AddressInfo;
    return {
      port,
      endpoint: `http://${host === "::1" ? "[::1]" : host}:${port}`,
      close: async () => {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeAllConnections();
        await closed;
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}
