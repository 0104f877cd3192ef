import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3Config } from "../s3-config";
import type { FaultHook } from "./fault";
import { startEmbeddedS3 } from "./start-embedded-s3";

/** An endpoint of its own for one test file, with a directory that goes when it is closed. */
export interface TemporaryS3 {
  readonly config: S3Config;
  readonly endpoint: string;
  readonly directory: string;
  /** Ends the endpoint and leaves its directory. */
  stop(): Promise<void>;
  /** Ends the endpoint and removes its directory. */
  close(): Promise<void>;
}

/** Starts an embedded S3 on a free port over an empty directory; the bucket of `config` is not made yet. */
export async function startTemporaryS3(faults?: FaultHook): Promise<TemporaryS3> {
  const directory = await mkdtemp(join(tmpdir(), "sightline-s3-"));
  const credentials = { accessKeyId: "test-key", secretAccessKey: "test-secret" };
  const s3 = await startEmbeddedS3({
    directory,
    port: 0,
    ...credentials,
    ...(faults === undefined ? {} : { faults }),
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= s3.close();
    return stopped;
  };
  return {
    directory,
    endpoint: s3.endpoint,
    config: {
      endpoint: s3.endpoint,
      region: "eu-west-2",
      bucket: "sightline-test",
      credentials,
      forcePathStyle: true,
    },
    stop,
    close: async () => {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
