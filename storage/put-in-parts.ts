import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { onlyIfAbsentInput, type PutTarget, requireLength, targetInput } from "./put-target";

/**
 * Stores blocks as the parts of one object, two of them on their way at a time. When anything fails the upload is
 * aborted, so that nothing of it stays behind, and the failure is thrown.
 */
export async function putInParts(
  client: S3Client,
  target: PutTarget,
  blocks: AsyncIterable<Buffer>,
): Promise<void> {
  const create = new CreateMultipartUploadCommand({
    ...targetInput(target),
    ContentType: target.contentType,
    ChecksumAlgorithm: "CRC32",
  });
  const { UploadId: uploadId } = await client.send(create);
  if (uploadId === undefined) throw new Error(`S3 gave no upload id for ${target.key}.`);
  const upload = { ...targetInput(target), UploadId: uploadId };
  try {
    const parts = await sendParts(client, target, uploadId, blocks);
    await client.send(
      new CompleteMultipartUploadCommand({
        ...upload,
        ...onlyIfAbsentInput(target),
        MultipartUpload: { Parts: parts },
      }),
    );
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    throw error;
  }
}

async function sendParts(
  client: S3Client,
  target: PutTarget,
  uploadId: string,
  blocks: AsyncIterable<Buffer>,
): Promise<CompletedPart[]> {
  const sent: Promise<CompletedPart>[] = [];
  let seen = 0;
  try {
    for await (const block of blocks) {
      seen += block.length;
      const part = sendPart(client, target, uploadId, sent.length + 1, block);
      part.catch(() => {});
      await sent.at(-1);
      sent.push(part);
    }
    requireLength(target, seen);
    return await Promise.all(sent);
  } finally {
    await Promise.allSettled(sent);
  }
}

async function sendPart(
  client: S3Client,
  target: PutTarget,
  uploadId: string,
  number: number,
  block: Buffer,
): Promise<CompletedPart> {
  const { ETag: etag, ChecksumCRC32: crc32 } = await client.send(
    new UploadPartCommand({
      ...targetInput(target),
      UploadId: uploadId,
      PartNumber: number,
      Body: block,
      ContentLength: block.length,
    }),
  );
  if (etag === undefined) throw new Error(`S3 gave no ETag for part ${number} of ${target.key}.`);
  return { PartNumber: number, ETag: etag, ...(crc32 === undefined ? {} : { ChecksumCRC32: crc32 }) };
}
