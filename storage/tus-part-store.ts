import type { Readable } from "node:stream";
import { type MetadataValue, S3Store } from "@tus/s3-store";
import { ERRORS, Upload } from "@tus/server";
import type { UploadId } from "~/domain/ids";
import { alternatingBlocks } from "./alternating-blocks";
import { rawKey } from "./keys";
import { rawKeys } from "./raw-keys";
import { s3ClientSettings } from "./s3-client-settings";
import type { S3Config } from "./s3-config";
import { isRefusal } from "./s3-refusal";

const PART_BYTES = 8 * 1024 * 1024;

/**
 * The tus package's S3 store, with three of its habits changed. Parts are gathered in memory and not in files of the
 * temporary directory, where footage would lie in clear. They are sent one after another, because two at a time can
 * leave a gap that the offset does not show. And S3 being down is no longer told as "no such upload", nor an upload
 * whose parts are gone as "complete".
 */
export class TusPartStore extends S3Store {
  constructor(config: S3Config) {
    super({
      partSize: PART_BYTES,
      useTags: false,
      // What another process has discarded must not go on living in a cache here.
      cache: { get: async () => undefined, set: async () => {}, delete: async () => {} },
      s3ClientConfig: { ...s3ClientSettings(config), bucket: config.bucket },
    });
  }

  override async getUpload(key: string): Promise<Upload> {
    const { file } = await this.getMetadata(key).catch((error: unknown) => {
      throw isRefusal(error, "NoSuchKey") ? ERRORS.FILE_NOT_FOUND : error;
    });
    return new Upload({ id: key, offset: await this.#offset(key, file), ...sizeAndDate(file) });
  }

  /** Removes whatever belongs to the upload, open multipart uploads included; nothing being there is no error. */
  async discard(uploadId: UploadId): Promise<void> {
    const key = rawKey(uploadId);
    for (const UploadId of await this.#openMultiparts(key)) {
      await this.client
        .abortMultipartUpload({ Bucket: this.bucket, Key: key, UploadId })
        .catch((error: unknown) => {
          if (!isRefusal(error, "NoSuchUpload")) throw error;
        });
    }
    const { Errors: errors = [] } = await this.client.deleteObjects({
      Bucket: this.bucket,
      Delete: { Objects: rawKeys(uploadId).map((Key) => ({ Key })), Quiet: true },
    });
    if (errors.length > 0) throw new Error(`S3 did not delete all of ${key}: ${errors[0]?.Code}.`);
  }

  close(): void {
    this.client.destroy();
  }

  protected override async uploadParts(
    metadata: MetadataValue,
    source: Readable,
    firstPartNumber: number,
    offset: number,
  ): Promise<number> {
    const { size, id } = metadata.file;
    let number = firstPartNumber;
    let taken = 0;
    let sending: Promise<unknown> = Promise.resolve();
    try {
      for await (const block of alternatingBlocks(source, this.calcOptimalPartSize(size))) {
        await sending;
        taken += block.length;
        const whole = block.length >= this.minPartSize || offset + taken === size;
        sending = whole ? this.uploadPart(metadata, block, number) : this.#keepForLater(id, block);
        sending.catch(() => {});
        number += 1;
      }
    } finally {
      await sending;
    }
    return taken;
  }

  async #keepForLater(key: string, block: Buffer): Promise<void> {
    await this.client.putObject({ Bucket: this.bucket, Key: this.partKey(key, true), Body: block });
  }

  async #offset(key: string, { size }: Upload): Promise<number> {
    try {
      const parts = await this.retrieveParts(key);
      const kept = (await this.getIncompletePartSize(key)) ?? 0;
      return parts.reduce((sum, part) => sum + (part.Size ?? 0), kept);
    } catch (error) {
      if (!isRefusal(error, "NoSuchUpload")) throw error;
    }
    const { ContentLength: stored } = await this.client
      .headObject({ Bucket: this.bucket, Key: key })
      .catch((error: unknown) => {
        throw isRefusal(error, "NotFound", "NoSuchKey") ? ERRORS.FILE_NOT_FOUND : error;
      });
    if (stored !== size) throw ERRORS.FILE_NOT_FOUND;
    return stored ?? 0;
  }

  async #openMultiparts(key: string): Promise<string[]> {
    const found: string[] = [];
    let marker: { KeyMarker?: string; UploadIdMarker?: string } = {};
    for (;;) {
      const page = await this.client.listMultipartUploads({ Bucket: this.bucket, Prefix: key, ...marker });
      for (const { Key, UploadId } of page.Uploads ?? []) {
        if (Key === key && UploadId !== undefined) found.push(UploadId);
      }
      if (page.IsTruncated !== true || page.NextKeyMarker === undefined) return found;
      marker = {
        KeyMarker: page.NextKeyMarker,
        ...(page.NextUploadIdMarker === undefined ? {} : { UploadIdMarker: page.NextUploadIdMarker }),
      };
    }
  }
}

function sizeAndDate({ size, creation_date }: Upload): { size?: number; creation_date?: string } {
  return {
    ...(size === undefined ? {} : { size }),
    ...(creation_date === undefined ? {} : { creation_date }),
  };
}
