import { describe, expect, test } from "vitest";
import { EMPTY_SHA256, signChunk, signingKey, signRequest, signTrailer } from "./signature-v4";

const TIMESTAMP = "20130524T000000Z";
const SCOPE = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", date: "20130524", region: "us-east-1" };
const KEY = signingKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", SCOPE);
const HOST = "examplebucket.s3.amazonaws.com";

describe("the worked examples of the S3 documentation on Signature Version 4", () => {
  test("a GET with a range has the published signature", () => {
    const signature = signRequest(KEY, TIMESTAMP, SCOPE, {
      method: "GET",
      rawPath: "/test.txt",
      query: new Map(),
      signedHeaders: ["host", "range", "x-amz-content-sha256", "x-amz-date"],
      headers: {
        host: HOST,
        range: "bytes=0-9",
        "x-amz-content-sha256": EMPTY_SHA256,
        "x-amz-date": TIMESTAMP,
      },
      payloadHash: EMPTY_SHA256,
    });

    expect(signature).toBe("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  });

  test("a PUT of a key with a special character has the published signature", () => {
    const payloadHash = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072";

    const signature = signRequest(KEY, TIMESTAMP, SCOPE, {
      method: "PUT",
      rawPath: "/test$file.text",
      query: new Map(),
      signedHeaders: ["date", "host", "x-amz-content-sha256", "x-amz-date", "x-amz-storage-class"],
      headers: {
        date: "Fri, 24 May 2013 00:00:00 GMT",
        host: HOST,
        "x-amz-content-sha256": payloadHash,
        "x-amz-date": TIMESTAMP,
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
      },
      payloadHash,
    });

    expect(signature).toBe("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  });

  test("a listing with query parameters has the published signature", () => {
    const signature = signRequest(KEY, TIMESTAMP, SCOPE, {
      method: "GET",
      rawPath: "/",
      query: new Map([
        ["prefix", "J"],
        ["max-keys", "2"],
      ]),
      signedHeaders: ["host", "x-amz-content-sha256", "x-amz-date"],
      headers: { host: HOST, "x-amz-content-sha256": EMPTY_SHA256, "x-amz-date": TIMESTAMP },
      payloadHash: EMPTY_SHA256,
    });

    expect(signature).toBe("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
  });

  test("a presigned GET has the published signature", () => {
    const signature = signRequest(KEY, TIMESTAMP, SCOPE, {
      method: "GET",
      rawPath: "/test.txt",
      query: new Map([
        ["X-Amz-Algorithm", "AWS4-HMAC-SHA256"],
        ["X-Amz-Credential", "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request"],
        ["X-Amz-Date", TIMESTAMP],
        ["X-Amz-Expires", "86400"],
        ["X-Amz-SignedHeaders", "host"],
      ]),
      signedHeaders: ["host"],
      headers: { host: HOST },
      payloadHash: "UNSIGNED-PAYLOAD",
    });

    expect(signature).toBe("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
  });

  test("the chunks of a streamed PUT have the published signatures", () => {
    const first = signChunk(
      KEY,
      TIMESTAMP,
      SCOPE,
      "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
      "bf718b6f653bebc184e1479f1935b8da974d701b893afcf49e701f3e2f9f9c5a",
    );
    const second = signChunk(
      KEY,
      TIMESTAMP,
      SCOPE,
      first,
      "2edc986847e209b4016e141a6dc8716d3207350f416969382d431539bf292e4a",
    );
    const last = signChunk(KEY, TIMESTAMP, SCOPE, second, EMPTY_SHA256);

    expect(first).toBe("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
    expect(second).toBe("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
    expect(last).toBe("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
  });

  test("a trailer has the published signature", () => {
    const signature = signTrailer(
      KEY,
      TIMESTAMP,
      SCOPE,
      "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
      "x-amz-checksum-crc32c:sOO8/Q==\n",
    );

    expect(signature).toBe("d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435");
  });
});
