import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { S3Store } from "../s3-store";
import { signChunk, signTrailer } from "./signature-v4";
import { type HandmadeRequest, type Seed, sendSigned, sendUnsigned } from "./signed-request";
import { startTemporaryS3, type TemporaryS3 } from "./temporary-s3";

let s3: TemporaryS3;
let store: S3Store;
const PATH = "/sightline-test/secret.txt";
const MINUTE = 60_000;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
const crc32Base64 = (text: string) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString("base64");
};

beforeAll(async () => {
  s3 = await startTemporaryS3();
  store = new S3Store(s3.config);
  await store.ensureBucket();
  await store.put("secret.txt", Buffer.from("secret"), { contentType: "text/plain" });
});

afterAll(async () => {
  await store.close();
  await s3.close();
});

describe("a signature", () => {
  test.each<[string, HandmadeRequest]>([
    ["in the header", { path: PATH }],
    ["in the header, ten minutes old", { path: PATH, at: minutesAgo(10) }],
    ["in the header, by a clock ten minutes ahead", { path: PATH, at: minutesAgo(-10) }],
    ["over a header that says more", { path: PATH, headers: { "x-amz-checksum-mode": "ENABLED" } }],
    ["in the query", { path: PATH, expiresSeconds: 60 }],
    ["in the query, old but not expired", { path: PATH, expiresSeconds: 3600, at: minutesAgo(50) }],
  ])("%s opens the object", async (_where, request) => {
    const reply = await sendSigned(s3.config, request);

    expect(reply).toMatchObject({ status: 200, body: "secret" });
  });

  test.each<[string, HandmadeRequest, number, string]>([
    ["by a wrong secret", { path: PATH, secretAccessKey: "guess" }, 403, "SignatureDoesNotMatch"],
    ["of an unknown key", { path: PATH, accessKeyId: "nobody" }, 403, "InvalidAccessKeyId"],
    ["sixteen minutes old", { path: PATH, at: minutesAgo(16) }, 403, "RequestTimeTooSkewed"],
    ["sixteen minutes ahead", { path: PATH, at: minutesAgo(-16) }, 403, "RequestTimeTooSkewed"],
    [
      "in the query by a wrong secret",
      { path: PATH, expiresSeconds: 60, secretAccessKey: "x" },
      403,
      "SignatureDoesNotMatch",
    ],
    ["in the query and expired", { path: PATH, expiresSeconds: 60, at: minutesAgo(2) }, 403, "AccessDenied"],
    [
      "in the query for longer than a week",
      { path: PATH, expiresSeconds: 604_801 },
      400,
      "AuthorizationQueryParametersError",
    ],
    [
      "with a header added on the way",
      { path: PATH, unsignedHeaders: { "x-amz-meta-a": "b" } },
      403,
      "AccessDenied",
    ],
    ["with a session token", { path: PATH, headers: { "x-amz-security-token": "t" } }, 400, "InvalidToken"],
    ["with the payload's hash left out", { path: PATH, payloadHash: "" }, 400, "InvalidArgument"],
  ])("%s is refused", async (_what, request, status, code) => {
    const reply = await sendSigned(s3.config, request);

    expect(reply.status).toBe(status);
    expect(reply.body).toContain(`<Code>${code}</Code>`);
    expect(reply.body).not.toContain("secret</");
  });

  test("over other headers than were sent is refused", async () => {
    const reply = await sendSigned(s3.config, {
      path: PATH,
      headers: { range: "bytes=0-1" },
      unsignedHeaders: { range: "bytes=0-5" },
    });

    expect(reply.status).toBe(403);
    expect(reply.body).toContain("SignatureDoesNotMatch");
  });

  test.each([
    ["another key", { path: "/sightline-test/secret.txt2" }],
    ["the same key with a slash", { path: "/sightline-test//secret.txt" }],
    ["the bucket", { path: "/sightline-test" }],
    ["another method", { method: "DELETE" }],
  ])("for one object and method does not open %s", async (_what, sentAs) => {
    const inHeader = await sendSigned(s3.config, { path: PATH, sentAs });
    const inQuery = await sendSigned(s3.config, { path: PATH, sentAs, expiresSeconds: 60 });

    expect([inHeader.status, inQuery.status]).toEqual([403, 403]);
    expect(await store.size("secret.txt")).toBe(6);
  });

  test.each([
    ["no signature at all", {}],
    ["a signature of the second version", { authorization: "AWS test-key:c2lnbmF0dXJl" }],
    ["a malformed signature", { authorization: "AWS4-HMAC-SHA256 Credential=x" }],
    ["a basic password", { authorization: "Basic dGVzdDp0ZXN0" }],
  ])("is asked for where there is %s", async (_what, headers) => {
    const reply = await sendUnsigned(s3.config, { path: PATH, headers });

    expect([400, 403]).toContain(reply.status);
    expect(reply.body).toMatch(/AccessDenied|AuthorizationHeaderMalformed/);
  });

  test("is asked for before anything is told about buckets and keys", async () => {
    const replies = await Promise.all(
      ["/", "/sightline-test", "/no-such-bucket/x", "/sightline-test/no-such-key"].map((path) =>
        sendUnsigned(s3.config, { path }),
      ),
    );

    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

describe("a body", () => {
  const put = (headers: Record<string, string>, body: string, payloadHash = "UNSIGNED-PAYLOAD") =>
    sendSigned(s3.config, { method: "PUT", path: "/sightline-test/body.txt", headers, body, payloadHash });

  test.each([
    ["with its own hash", {}, sha256("body")],
    ["with its own MD5", { "content-md5": createHash("md5").update("body").digest("base64") }, undefined],
    ["with its own CRC32", { "x-amz-checksum-crc32": crc32Base64("body") }, undefined],
    [
      "with its own SHA-256",
      { "x-amz-checksum-sha256": createHash("sha256").update("body").digest("base64") },
      undefined,
    ],
  ])("%s is stored", async (_what, headers, payloadHash) => {
    const reply = await put(headers, "body", payloadHash);

    expect(reply.status).toBe(200);
    expect(await store.size("body.txt")).toBe(4);
    await store.delete(["body.txt"]);
  });

  test.each([
    ["of another hash than was signed", {}, sha256("other"), "XAmzContentSHA256Mismatch"],
    [
      "of another MD5",
      { "content-md5": createHash("md5").update("other").digest("base64") },
      undefined,
      "BadDigest",
    ],
    ["of another CRC32", { "x-amz-checksum-crc32": crc32Base64("other") }, undefined, "BadDigest"],
    ["with a CRC32 that is none", { "x-amz-checksum-crc32": "abc" }, undefined, "InvalidDigest"],
    [
      "with a checksum that cannot be verified",
      { "x-amz-checksum-crc32c": "AAAAAA==" },
      undefined,
      "NotImplemented",
    ],
    [
      "with two checksums",
      { "x-amz-checksum-crc32": "AAAAAA==", "x-amz-checksum-sha1": "AA==" },
      undefined,
      "InvalidRequest",
    ],
    ["of undeclared length", { "transfer-encoding": "chunked" }, undefined, "MissingContentLength"],
  ])("%s is refused and not stored", async (_what, headers, payloadHash, code) => {
    const reply = await put(headers, "body", payloadHash);

    expect(reply.body).toContain(`<Code>${code}</Code>`);
    expect(await store.size("body.txt")).toBeNull();
  });

  test("whose trailing CRC32 does not fit is refused and not stored", async () => {
    const reply = await sendSigned(s3.config, {
      method: "PUT",
      path: "/sightline-test/trailer.txt",
      headers: {
        "content-encoding": "aws-chunked",
        "x-amz-decoded-content-length": "4",
        "x-amz-trailer": "x-amz-checksum-crc32",
      },
      payloadHash: "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      body: `4\r\nbody\r\n0\r\nx-amz-checksum-crc32:${crc32Base64("other")}\r\n\r\n`,
    });

    expect(reply).toMatchObject({ status: 400, body: expect.stringContaining("<Code>BadDigest</Code>") });
    expect(await store.size("trailer.txt")).toBeNull();
  });
});

describe("a body in signed chunks", () => {
  const signedChunks =
    (chunks: readonly string[], trailer: string, tamper: (body: string) => string) =>
    ({ key, timestamp, scope, signature }: Seed) => {
      let previous = signature;
      const sent = [...chunks, ""].map((chunk) => {
        previous = signChunk(key, timestamp, scope, previous, sha256(chunk));
        return `${chunk.length.toString(16)};chunk-signature=${previous}\r\n${chunk}${chunk === "" ? "" : "\r\n"}`;
      });
      const signed = signTrailer(key, timestamp, scope, previous, `${trailer}\n`);
      const tail = trailer === "" ? "" : `${trailer}\r\nx-amz-trailer-signature:${signed}\r\n`;
      return tamper(`${sent.join("")}${tail}\r\n`);
    };
  const put = (trailer: string, tamper: (body: string) => string) =>
    sendSigned(s3.config, {
      method: "PUT",
      path: "/sightline-test/chunks.txt",
      headers: {
        "content-encoding": "aws-chunked",
        "x-amz-decoded-content-length": "10",
        ...(trailer === "" ? {} : { "x-amz-trailer": "x-amz-checksum-crc32" }),
      },
      payloadHash: `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${trailer === "" ? "" : "-TRAILER"}`,
      body: signedChunks(["first", "-last"], trailer, tamper),
    });
  const checksum = `x-amz-checksum-crc32:${crc32Base64("first-last")}`;

  test.each([
    ["without a trailer", ""],
    ["with a checksum in the trailer", checksum],
  ])("%s is stored", async (_what, trailer) => {
    const reply = await put(trailer, (body) => body);

    expect(reply.status).toBe(200);
    expect(await store.size("chunks.txt")).toBe(10);
    await store.delete(["chunks.txt"]);
  });

  test.each([
    ["in its data", "", (body: string) => body.replace("-last", "-lost")],
    ["in its trailer", checksum, (body: string) => body.replace(checksum, `${checksum.slice(0, -4)}AA==`)],
  ])("changed on the way %s is refused and not stored", async (_where, trailer, tamper) => {
    const reply = await put(trailer, tamper);

    expect(reply).toMatchObject({ status: 403, body: expect.stringContaining("SignatureDoesNotMatch") });
    expect(await store.size("chunks.txt")).toBeNull();
  });
});

describe("a request the endpoint does not serve", () => {
  test.each<[string, HandmadeRequest, number, string]>([
    ["a subresource", { path: "/sightline-test", query: { acl: "" } }, 501, "NotImplemented"],
    ["an old listing", { path: "/sightline-test" }, 501, "NotImplemented"],
    ["an unknown parameter", { path: PATH, query: { versionId: "1" } }, 501, "NotImplemented"],
    ["an unknown header", { path: PATH, headers: { "x-amz-tagging": "a=b" } }, 501, "NotImplemented"],
    ["an unknown method", { path: PATH, method: "PATCH" }, 405, "MethodNotAllowed"],
    ["a form upload", { path: "/sightline-test", method: "POST" }, 405, "MethodNotAllowed"],
    ["a name no bucket has", { path: "/Bad_Bucket", method: "PUT" }, 400, "InvalidBucketName"],
    ["a bucket above the directory", { path: "/..", method: "PUT" }, 400, "InvalidBucketName"],
    ["a bucket that is there", { path: "/sightline-test", method: "PUT" }, 409, "BucketAlreadyOwnedByYou"],
    ["a bucket with objects", { path: "/sightline-test", method: "DELETE" }, 409, "BucketNotEmpty"],
    ["a key that is too long", { path: `/sightline-test/${"k".repeat(1025)}` }, 400, "KeyTooLongError"],
    ["a missing key", { path: "/sightline-test/none" }, 404, "NoSuchKey"],
    ["a missing bucket", { path: "/missing-bucket/none" }, 404, "NoSuchBucket"],
    [
      "a document that is none",
      { path: "/sightline-test", method: "POST", query: { delete: "" }, body: "<x" },
      400,
      "MalformedXML",
    ],
  ])("is refused in S3's words: %s", async (_what, request, status, code) => {
    const reply = await sendSigned(s3.config, request);

    expect(reply.status).toBe(status);
    expect(reply.headers["content-type"]).toBe("application/xml");
    expect(reply.body).toContain(`<Code>${code}</Code>`);
  });

  test("is refused when its path is badly encoded", async () => {
    const reply = await sendUnsigned(s3.config, { path: "/sightline-test/%zz" });

    expect(reply).toMatchObject({ status: 400, body: expect.stringContaining("InvalidURI") });
  });
});
