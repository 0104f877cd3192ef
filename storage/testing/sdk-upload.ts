import { createReadStream } from "node:fs";
import { S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { s3ClientSettings } from "~/storage/s3-client-settings";
import type { S3Config } from "~/storage/s3-config";

/** Sends a file to the bucket by the SDK's own multipart uploader with its own settings, for comparison. */
export async function uploadBySdk(config: S3Config, key: string, path: string): Promise<void> {
  const client = new S3Client(s3ClientSettings(config));
  try {
    await new Upload({
      client,
      params: { Bucket: config.bucket, Key: key, Body: createReadStream(path) },
    }).done();
  } finally {
    client.destroy();
  }
}
