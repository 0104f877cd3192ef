import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { s3ClientSettings } from "../s3-client-settings";
import { startEmbeddedS3 } from "./start-embedded-s3";
import { startTemporaryS3, type TemporaryS3 } from "./temporary-s3";

const MIB = 1024 * 1024;
const Bucket = "sightline-test";
let s3: TemporaryS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTemporaryS3();
  client = new S3Client(s3ClientSettings(s3.config));
  await client.send(new CreateBucketCommand({ Bucket }));
});

afterAll(async () => {
  client.destroy();
  await s3.close();
});

async function create(Key: string): Promise<string> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  return UploadId ?? "";
}

async function part(Key: string, UploadId: string, PartNumber: number, Body: Buffer) {
  const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  return { PartNumber, ETag };
}

function complete(Key: string, UploadId: string, Parts: { PartNumber: number; ETag: string | undefined }[]) {
  const command = { Bucket, Key, UploadId, MultipartUpload: { Parts } };
  return client.send(new CompleteMultipartUploadCommand(command));
}

async function read(Key: string): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return buffer(Body instanceof Readable ? Body : Readable.from([]));
}

const partFiles = () => readdir(join(s3.directory, "buckets", Bucket, "parts"));
const md5 = (bytes: Buffer) => createHash("md5").update(bytes).digest();

describe("a multipart upload", () => {
  test("becomes visible whole when it is completed, and not before", async () => {
    const [first, second] = [randomBytes(5 * MIB), randomBytes(3)];
    const id = await create("whole");
    const parts = [await part("whole", id, 1, first), await part("whole", id, 7, second)];
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: "whole" }))).rejects.toThrow();

    const { ETag } = await complete("whole", id, parts);

    expect((await read("whole")).equals(Buffer.concat([first, second]))).toBe(true);
    const expected = md5(Buffer.concat([md5(first), md5(second)])).toString("hex");
    expect(ETag).toBe(`"${expected}-2"`);
  });

  test("takes the last version of a part, and only the parts that are listed", async () => {
    const id = await create("revised");
    await part("revised", id, 1, Buffer.alloc(6 * MIB, "old"));
    const first = await part("revised", id, 1, Buffer.alloc(5 * MIB, "n"));
    const last = await part("revised", id, 3, Buffer.from("end"));
    await part("revised", id, 2, Buffer.alloc(5 * MIB, "unlisted"));

    await complete("revised", id, [first, last]);

    expect(
      (await read("revised")).equals(Buffer.concat([Buffer.alloc(5 * MIB, "n"), Buffer.from("end")])),
    ).toBe(true);
  });

  test("lists its parts in pages", async () => {
    const id = await create("paged");
    for (const number of [4, 2, 9]) await part("paged", id, number, Buffer.from(`part ${number}`));
    const list = (PartNumberMarker?: string) =>
      client.send(
        new ListPartsCommand({
          Bucket,
          Key: "paged",
          UploadId: id,
          MaxParts: 2,
          ...(PartNumberMarker === undefined ? {} : { PartNumberMarker }),
        }),
      );

    const first = await list();
    const second = await list(first.NextPartNumberMarker);

    expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [2, 6],
      [4, 6],
    ]);
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
    expect(second.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([9]);
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key: "paged", UploadId: id }));
  });

  test("is listed below its prefix, in pages, until it is aborted", async () => {
    const keys = ["open/a", "open/b", "open/b"];
    const ids = await Promise.all(keys.map(create));
    const outside = await create("outside");
    const found: string[] = [];
    let marker: { KeyMarker?: string; UploadIdMarker?: string } | null = {};
    while (marker !== null) {
      const page: ListMultipartUploadsCommandOutput = await client.send(
        new ListMultipartUploadsCommand({ Bucket, Prefix: "open/", MaxUploads: 1, ...marker }),
      );
      found.push(...(page.Uploads ?? []).map(({ UploadId = "" }) => UploadId));
      marker = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker ?? "", UploadIdMarker: page.NextUploadIdMarker ?? "" }
        : null;
    }
    expect([...found].sort()).toEqual([...ids].sort());

    for (const [index, UploadId] of ids.entries()) {
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key: keys[index], UploadId }));
    }
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key: "outside", UploadId: outside }));

    expect((await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? []).toEqual([]);
  });

  test("that is aborted takes its parts away and knows nothing more", async () => {
    const before = (await partFiles()).length;
    const id = await create("aborted");
    await part("aborted", id, 1, Buffer.from("x"));

    await client.send(new AbortMultipartUploadCommand({ Bucket, Key: "aborted", UploadId: id }));

    expect((await partFiles()).length).toBe(before);
    await expect(part("aborted", id, 1, Buffer.from("x"))).rejects.toMatchObject({ name: "NoSuchUpload" });
    const listing = client.send(new ListPartsCommand({ Bucket, Key: "aborted", UploadId: id }));
    await expect(listing).rejects.toMatchObject({ name: "NoSuchUpload" });
  });

  test("completed twice answers the same twice", async () => {
    const id = await create("twice");
    const parts = [await part("twice", id, 1, Buffer.from("x"))];

    const first = await complete("twice", id, parts);
    const second = await complete("twice", id, parts);

    expect(second.ETag).toBe(first.ETag);
  });

  test("refuses parts that are missing, changed, out of order, too small or none", async () => {
    const id = await create("wrong");
    const one = await part("wrong", id, 1, Buffer.from("small"));
    const two = await part("wrong", id, 2, Buffer.from("small too"));
    const refusal = (parts: { PartNumber: number; ETag: string | undefined }[]) =>
      complete("wrong", id, parts).catch((error: Error) => error.name);

    expect(await refusal([{ PartNumber: 3, ETag: one.ETag }])).toBe("InvalidPart");
    expect(await refusal([{ PartNumber: 1, ETag: two.ETag }])).toBe("InvalidPart");
    expect(await refusal([two, one])).toBe("InvalidPartOrder");
    expect(await refusal([one, two])).toBe("EntityTooSmall");
    expect(await refusal([])).toBe("MalformedXML");
    expect(await refusal([one])).toMatchObject({ Key: "wrong" });
  });

  test("refuses part numbers outside 1 to 10000 and ids of other keys", async () => {
    const id = await create("numbers");

    await expect(part("numbers", id, 0, Buffer.from("x"))).rejects.toMatchObject({ name: "InvalidArgument" });
    await expect(part("numbers", id, 10_001, Buffer.from("x"))).rejects.toMatchObject({
      name: "InvalidArgument",
    });
    await expect(part("other", id, 1, Buffer.from("x"))).rejects.toMatchObject({ name: "NoSuchUpload" });
    await expect(part("numbers", "../../x", 1, Buffer.from("x"))).rejects.toMatchObject({
      name: "NoSuchUpload",
    });
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key: "numbers", UploadId: id }));
  });

  test("to be completed only if absent is refused where the key is taken, and stays open", async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: "taken", Body: "first" }));
    const id = await create("taken");
    const Parts = [await part("taken", id, 1, Buffer.from("second"))];
    const input = { Bucket, Key: "taken", UploadId: id, IfNoneMatch: "*", MultipartUpload: { Parts } };

    const completion = client.send(new CompleteMultipartUploadCommand(input));

    await expect(completion).rejects.toMatchObject({ name: "PreconditionFailed" });
    expect(String(await read("taken"))).toBe("first");
    await client.send(new DeleteObjectCommand({ Bucket, Key: "taken" }));
    await client.send(new CompleteMultipartUploadCommand(input));
    expect(String(await read("taken"))).toBe("second");
  });

  test("made by the SDK's own uploader is read back byte for byte", async () => {
    const bytes = randomBytes(21 * MIB + 13);
    const pieces = Array.from({ length: 22 }, (_, index) => bytes.subarray(index * MIB, (index + 1) * MIB));
    const Body = Readable.from(pieces, { objectMode: false });

    const { endpoint = "", region, credentials } = s3.config;
    const uploader = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    await new Upload({ client: uploader, params: { Bucket, Key: "by uploader", Body } }).done();
    uploader.destroy();

    expect((await read("by uploader")).equals(bytes)).toBe(true);
  });

  test("leaves no part behind when its object is replaced", async () => {
    const before = (await partFiles()).length;
    const id = await create("replaced");
    await complete("replaced", id, [await part("replaced", id, 1, Buffer.from("x"))]);

    await client.send(new PutObjectCommand({ Bucket, Key: "replaced", Body: "y" }));

    expect((await partFiles()).length).toBe(before);
  });

  test("goes on after the endpoint was restarted", async () => {
    const other = await startTemporaryS3();
    const before = new S3Client(s3ClientSettings(other.config));
    await before.send(new CreateBucketCommand({ Bucket }));
    const { UploadId } = await before.send(new CreateMultipartUploadCommand({ Bucket, Key: "resumed" }));
    const first = await before.send(
      new UploadPartCommand({
        Bucket,
        Key: "resumed",
        UploadId,
        PartNumber: 1,
        Body: Buffer.alloc(5 * MIB, "a"),
      }),
    );
    await before.send(new PutObjectCommand({ Bucket, Key: "plain", Body: "still here" }));
    before.destroy();
    const { directory } = other;
    await other.stop();

    const again = await startEmbeddedS3({ directory, port: 0, ...other.config.credentials });
    const after = new S3Client(s3ClientSettings({ ...other.config, endpoint: again.endpoint }));
    const listed = await after.send(new ListPartsCommand({ Bucket, Key: "resumed", UploadId }));
    const second = await after.send(
      new UploadPartCommand({ Bucket, Key: "resumed", UploadId, PartNumber: 2, Body: Buffer.from("b") }),
    );
    const Parts = [
      { PartNumber: 1, ETag: first.ETag },
      { PartNumber: 2, ETag: second.ETag },
    ];
    await after.send(
      new CompleteMultipartUploadCommand({ Bucket, Key: "resumed", UploadId, MultipartUpload: { Parts } }),
    );

    expect(listed.Parts?.map(({ ETag }) => ETag)).toEqual([first.ETag]);
    const resumed = await after.send(new HeadObjectCommand({ Bucket, Key: "resumed" }));
    expect(resumed.ContentLength).toBe(5 * MIB + 1);
    const plain = await after.send(new GetObjectCommand({ Bucket, Key: "plain" }));
    expect(await plain.Body?.transformToString()).toBe("still here");
    after.destroy();
    await again.close();
    await other.close();
  });
});
