import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { S3Config } from "../s3-config";
import { sendSigned } from "./signed-request";
import { startTemporaryS3, type TemporaryS3 } from "./temporary-s3";

let s3: TemporaryS3;
let client: S3Client;
const Bucket = "sightline-test";
const defaults = ({ endpoint = "", region, credentials, forcePathStyle }: S3Config) => ({
  endpoint,
  region,
  credentials,
  forcePathStyle,
});
const put = (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket, Key, Body }));
const text = async (Key: string, Range?: string) => {
  const found = await client.send(new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }));
  return found.Body?.transformToString();
};

beforeAll(async () => {
  s3 = await startTemporaryS3();
  // The SDK's own defaults: it waits to be asked for large bodies and checks the checksums of what it gets.
  client = new S3Client(defaults(s3.config));
  await client.send(new CreateBucketCommand({ Bucket }));
});

afterAll(async () => {
  client.destroy();
  await s3.close();
});

describe("an object", () => {
  test("keeps its type, headers and metadata, and answers with MD5 and CRC32", async () => {
    const stored = await client.send(
      new PutObjectCommand({
        Bucket,
        Key: "kept",
        Body: "hello",
        ContentType: "text/plain",
        CacheControl: "no-store",
        Metadata: { colour: "blue" },
      }),
    );

    const head = await client.send(new HeadObjectCommand({ Bucket, Key: "kept", ChecksumMode: "ENABLED" }));

    expect(stored.ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
    expect(head).toMatchObject({
      ContentLength: 5,
      ContentType: "text/plain",
      CacheControl: "no-store",
      Metadata: { colour: "blue" },
      ETag: stored.ETag,
      ChecksumCRC32: "NhCmhg==",
      ChecksumType: "FULL_OBJECT",
    });
    expect(await text("kept")).toBe("hello");
  });

  test.each([
    ["bytes=0-1", 206, "ab", "bytes 0-1/10"],
    ["bytes=-3", 206, "hij", "bytes 7-9/10"],
    ["bytes=8-", 206, "ij", "bytes 8-9/10"],
    ["bytes=5-1000", 206, "fghij", "bytes 5-9/10"],
    ["bytes=0-1,4-5", 200, "abcdefghij", undefined],
    ["bytes=5-2", 200, "abcdefghij", undefined],
    ["bytes=-", 200, "abcdefghij", undefined],
    ["octets=0-1", 200, "abcdefghij", undefined],
    [`bytes=0-${"9".repeat(400)}`, 200, "abcdefghij", undefined],
  ])("asked for %s answers %i with %s", async (range, status, body, stretch) => {
    await put("alphabet", "abcdefghij");

    const reply = await sendSigned(s3.config, { path: `/${Bucket}/alphabet`, headers: { range } });

    expect(reply).toMatchObject({ status, body });
    expect(reply.headers["content-range"]).toBe(stretch);
  });

  test.each(["bytes=10-", "bytes=99-100", "bytes=-0"])("asked for %s answers 416", async (range) => {
    await put("alphabet", "abcdefghij");

    const reply = await sendSigned(s3.config, { path: `/${Bucket}/alphabet`, headers: { range } });

    expect(reply.status).toBe(416);
    expect(reply.headers["content-range"]).toBe("bytes */10");
    expect(reply.body).toContain("<Code>InvalidRange</Code>");
  });

  test("is answered as unchanged, or not at all, by the conditions on its ETag", async () => {
    const { ETag } = await put("conditional", "x");
    const get = (conditions: { IfMatch?: string; IfNoneMatch?: string }) =>
      client.send(new GetObjectCommand({ Bucket, Key: "conditional", ...conditions }));

    await expect(get({ IfNoneMatch: ETag ?? "" })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 412 } });
    expect((await get({ IfMatch: ETag ?? "" })).ETag).toBe(ETag);
  });

  test("is copied with its metadata, or with new metadata when asked", async () => {
    const source = { Bucket, Key: "from here/ü+%", Body: "copied", Metadata: { a: "1" } };
    await client.send(new PutObjectCommand(source));
    const CopySource = `${Bucket}/${encodeURIComponent("from here/ü+%")}`;

    await client.send(new CopyObjectCommand({ Bucket, Key: "copy", CopySource }));
    await client.send(
      new CopyObjectCommand({
        Bucket,
        Key: "changed copy",
        CopySource,
        MetadataDirective: "REPLACE",
        Metadata: { b: "2" },
      }),
    );

    expect(await text("copy")).toBe("copied");
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: "copy" }))).Metadata).toEqual({ a: "1" });
    const changed = await client.send(new HeadObjectCommand({ Bucket, Key: "changed copy" }));
    expect(changed.Metadata).toEqual({ b: "2" });
  });

  test("put with a wrong secret is refused before its body is sent", async () => {
    const credentials = { accessKeyId: s3.config.credentials.accessKeyId, secretAccessKey: "guess" };
    const stranger = new S3Client({ ...defaults(s3.config), credentials });

    const putting = stranger.send(
      new PutObjectCommand({ Bucket, Key: "strange", Body: Buffer.alloc(30_000_000) }),
    );

    await expect(putting).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
    stranger.destroy();
  });

  test("goes on being read whole while it is replaced and removed", async () => {
    const bytes = "x".repeat(6_000_000);
    await put("replaced", bytes);
    const opened = await client.send(new GetObjectCommand({ Bucket, Key: "replaced" }));

    await put("replaced", "new");
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "replaced" }] } }));

    expect((await opened.Body?.transformToString())?.length).toBe(bytes.length);
  });
});

describe("keys", () => {
  const hostile = [
    "../../outside",
    "..",
    ".",
    "a/../../b",
    "/absolute",
    "//",
    "with\\backslash",
    "nul\u0000byte",
    "new\nline",
    "prefix",
    "prefix/below",
    "prefix/below/",
    "\u{10FFFF}",
    "k".repeat(1024),
    "é".repeat(512),
  ];

  test("of any shape stay apart and inside the directory", async () => {
    for (const Key of hostile) await put(Key, `content of ${Key}`);

    for (const Key of hostile) expect(await text(Key)).toBe(`content of ${Key}`);
    const files = await readdir(join(s3.directory, "buckets", Bucket, "objects"));
    expect(files.every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
    expect((await readdir(s3.directory)).sort()).toEqual(["buckets", "unfinished"]);
    expect(await readdir(join(s3.directory, "buckets"))).toEqual([Bucket]);
  });

  test("of any shape are removed by one request each", async () => {
    for (const Key of hostile) {
      await sendSigned(s3.config, {
        method: "DELETE",
        path: `/${Bucket}/${Key.split("/").map(encodeURIComponent).join("/")}`,
      });
    }

    const left = await client.send(new ListObjectsV2Command({ Bucket, EncodingType: "url" }));
    const keys = (left.Contents ?? []).map(({ Key = "" }) => decodeURIComponent(Key));
    expect(keys.filter((key) => hostile.includes(key))).toEqual([]);
  });
});

describe("buckets", () => {
  test("are listed, and removed once they are empty", async () => {
    await client.send(new CreateBucketCommand({ Bucket: "another.bucket" }));
    const names = async () =>
      (await client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name);

    const before = await names();
    await client.send(new DeleteBucketCommand({ Bucket: "another.bucket" }));

    expect(before).toEqual(["another.bucket", Bucket]);
    expect(await names()).toEqual([Bucket]);
    expect(await readdir(join(s3.directory, "buckets"))).toEqual([Bucket]);
  });
});
