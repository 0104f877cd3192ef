import type { S3ClientConfig } from "@aws-sdk/client-s3";
import type { S3Config } from "./s3-config";

const MOST_SOCKETS = 256;
const CONNECTION_TIMEOUT_MS = 5_000;
const SILENCE_TIMEOUT_MS = 60_000;

/**
 * Settings of a client for many small transfers at once: connections are kept, bodies are sent without waiting to be
 * asked for, and nothing checks an answer's checksum on the way, since that would hold the body back. A connection
 * that says nothing for a minute is given up.
 */
export function s3ClientSettings(config: S3Config): S3ClientConfig {
  return {
    region: config.region,
    credentials: config.credentials,
    forcePathStyle: config.forcePathStyle,
    ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint }),
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      httpAgent: { keepAlive: true, maxSockets: MOST_SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: MOST_SOCKETS },
    },
    responseChecksumValidation: "WHEN_REQUIRED",
    expectContinueHeader: false,
    // Whatever goes wrong is thrown; the SDK's own lines would bypass the logger and its allow-list.
    logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  };
}
