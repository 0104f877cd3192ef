import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ChunkedBody } from "./chunked-body";
import type { ChunkSigner } from "./payload-form";
import { signChunk, signingKey, signTrailer } from "./signature-v4";

const SCOPE = { accessKeyId: "k", date: "20260101", region: "eu-west-2" };
const TIMESTAMP = "20260101T000000Z";
const KEY = signingKey("secret", SCOPE);

function signer(): ChunkSigner {
  let previous = "0".repeat(64);
  return {
    chunk: (hash) => {
      previous = signChunk(KEY, TIMESTAMP, SCOPE, previous, hash);
      return previous;
    },
    trailer: (lines) => signTrailer(KEY, TIMESTAMP, SCOPE, previous, lines),
  };
}

function signedBody(chunks: readonly string[], trailer: string): string {
  const sign = signer();
  const lines = [...chunks, ""].map((chunk) => {
    const signature = sign.chunk(createHash("sha256").update(chunk).digest("hex"));
    return `${chunk.length.toString(16)};chunk-signature=${signature}\r\n${chunk}${chunk === "" ? "" : "\r\n"}`;
  });
  const tail =
    trailer === "" ? "" : `${trailer}\r\nx-amz-trailer-signature:${sign.trailer(`${trailer}\n`)}\r\n`;
  return `${lines.join("")}${tail}\r\n`;
}

async function* cutInto(text: string, bytes: number): AsyncGenerator<Buffer> {
  const whole = Buffer.from(text, "latin1");
  for (let at = 0; at < whole.length; at += bytes) yield whole.subarray(at, at + bytes);
}

async function decode(body: ChunkedBody): Promise<string> {
  let text = "";
  for await (const piece of body) text += piece.toString("latin1");
  return text;
}

describe("an aws-chunked body", () => {
  const unsigned = "5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";

  test.each([1, 2, 3, 7, 1000])("is decoded alike when it arrives in pieces of %i bytes", async (bytes) => {
    const body = new ChunkedBody(cutInto(unsigned, bytes), null, true);

    expect(await decode(body)).toBe("hello world");
    expect(body.trailers).toEqual(new Map([["x-amz-checksum-crc32", "DUoRhQ=="]]));
  });

  test.each([1, 50, 1000])(
    "with signed chunks and trailer is accepted in pieces of %i bytes",
    async (bytes) => {
      const text = signedBody(["hello", " world"], "x-amz-checksum-crc32:DUoRhQ==");
      const body = new ChunkedBody(cutInto(text, bytes), signer(), true);

      expect(await decode(body)).toBe("hello world");
    },
  );

  test.each([
    ["whose data was changed", (text: string) => text.replace("hello", "hellO")],
    ["whose chunks were swapped", () => signedBody(["hello", " world"], "").replace("hello", "HELLO")],
    ["whose trailer was changed", (text: string) => text.replace("DUoRhQ==", "DUoRhR==")],
    ["without a signature on a chunk", (text: string) => text.replace(/^5;[^\r]*/, "5")],
    ["without the trailer's signature", (text: string) => text.replace(/x-amz-trailer-sig[^\r]*\r\n/, "")],
  ])("with signed chunks %s is refused", async (_what, tamper) => {
    const text = tamper(signedBody(["hello", " world"], "x-amz-checksum-crc32:DUoRhQ=="));
    const body = new ChunkedBody(cutInto(text, 16), signer(), true);

    await expect(decode(body)).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
  });

  test.each([
    ["that stops in a chunk", "5\r\nhel"],
    ["that stops after a chunk", "5\r\nhello\r\n"],
    ["that stops before the end of the trailer", "5\r\nhello\r\n0\r\nx:y\r\n"],
    ["whose chunk is longer than it says", "4\r\nhello\r\n0\r\n\r\n"],
    ["that goes on after its end", "0\r\n\r\nmore"],
    ["whose size is no number", "five\r\nhello\r\n0\r\n\r\n"],
    ["whose size is negative", "-5\r\nhello\r\n0\r\n\r\n"],
    ["whose first line never ends", "a".repeat(100_000)],
    ["that is empty", ""],
  ])("%s is refused as incomplete", async (_what, text) => {
    const body = new ChunkedBody(cutInto(text, 4096), null, true);

    await expect(decode(body)).rejects.toMatchObject({ code: "IncompleteBody" });
  });

  test("with more trailers than anybody needs is refused", async () => {
    const trailers = Array.from({ length: 40 }, (_, index) => `x-${index}:y\r\n`).join("");
    const body = new ChunkedBody(cutInto(`0\r\n${trailers}\r\n`, 4096), null, true);

    await expect(decode(body)).rejects.toMatchObject({ code: "MalformedTrailerError" });
  });
});
