import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { s3ClientSettings } from "../s3-client-settings";
import { startTemporaryS3, type TemporaryS3 } from "./temporary-s3";

const KEYS = ["a", "b/1", "b/2", "b/c/3", "b/c/4", "d/5", "e", "f g+h", "\uFF5E", "\u{1F600}"];
const Bucket = "sightline-test";
let s3: TemporaryS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTemporaryS3();
  client = new S3Client(s3ClientSettings(s3.config));
  await client.send(new CreateBucketCommand({ Bucket }));
  for (const Key of [...KEYS].reverse()) await client.send(new PutObjectCommand({ Bucket, Key, Body: "x" }));
});

afterAll(async () => {
  client.destroy();
  await s3.close();
});

interface Page {
  keys: string[];
  prefixes: string[];
}

async function pages(options: {
  MaxKeys?: number;
  Prefix?: string;
  Delimiter?: string;
  StartAfter?: string;
}): Promise<Page[]> {
  const found: Page[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket, ...options, ...(token ? { ContinuationToken: token } : {}) }),
    );
    const keys = (page.Contents ?? []).map(({ Key = "" }) => Key);
    const prefixes = (page.CommonPrefixes ?? []).map(({ Prefix = "" }) => Prefix);
    expect(page.KeyCount).toBe(keys.length + prefixes.length);
    expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
    found.push({ keys, prefixes });
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return found;
}

describe("a listing", () => {
  test.each([1, 2, 3, 9, 10, 1000])(
    "in pages of %i holds every key once, in UTF-8 order",
    async (MaxKeys) => {
      const found = await pages({ MaxKeys });

      expect(found.flatMap(({ keys }) => keys)).toEqual(KEYS);
      expect(found).toHaveLength(Math.ceil(KEYS.length / MaxKeys));
    },
  );

  test.each([1, 2, 1000])("by delimiter in pages of %i counts each common prefix once", async (MaxKeys) => {
    const found = await pages({ MaxKeys, Delimiter: "/" });

    expect(found.flatMap(({ keys }) => keys)).toEqual(["a", "e", "f g+h", "\uFF5E", "\u{1F600}"]);
    expect(found.flatMap(({ prefixes }) => prefixes)).toEqual(["b/", "d/"]);
  });

  test("below a prefix and by delimiter shows one level", async () => {
    expect(await pages({ Prefix: "b/", Delimiter: "/" })).toEqual([
      { keys: ["b/1", "b/2"], prefixes: ["b/c/"] },
    ]);
  });

  test("starts after a key, whether or not that key is there", async () => {
    expect((await pages({ StartAfter: "b/c/4" }))[0]?.keys[0]).toBe("d/5");
    expect((await pages({ StartAfter: "b/c/3x" }))[0]?.keys[0]).toBe("b/c/4");
  });

  test("of no keys is empty and not truncated", async () => {
    expect(await pages({ MaxKeys: 0 })).toEqual([{ keys: [], prefixes: [] }]);
    expect(await pages({ Prefix: "nothing/" })).toEqual([{ keys: [], prefixes: [] }]);
  });

  test("encodes its keys when asked", async () => {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: "f ", EncodingType: "url" }));

    expect(page.EncodingType).toBe("url");
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(["f%20g%2Bh"]);
  });

  test("refuses a continuation token that it did not give", async () => {
    const listing = client.send(new ListObjectsV2Command({ Bucket, ContinuationToken: "?" }));

    await expect(listing).rejects.toMatchObject({ name: "InvalidArgument" });
  });
});
