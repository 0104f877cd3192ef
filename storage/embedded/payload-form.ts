import { S3Error } from "./s3-error";

/** Signs what follows the request's own signature, chunk by chunk. */
export interface ChunkSigner {
  chunk(dataHash: string): string;
  trailer(lines: string): string;
}

/** How the body of a request travels, and what of it is signed. */
export type PayloadForm =
  | { readonly kind: "unsigned" }
  | { readonly kind: "hashed"; readonly sha256: string }
  | { readonly kind: "chunked"; readonly signer: ChunkSigner | null; readonly hasTrailer: boolean };

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** Reads `x-amz-content-sha256`; `makeSigner` is asked for only where the chunks carry signatures. */
export function parsePayloadForm(value: string, makeSigner: () => ChunkSigner): PayloadForm {
  switch (value) {
    case "UNSIGNED-PAYLOAD":
      return { kind: "unsigned" };
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return { kind: "chunked", signer: null, hasTrailer: true };
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
      return { kind: "chunked", signer: makeSigner(), hasTrailer: false };
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
      return { kind: "chunked", signer: makeSigner(), hasTrailer: true };
  }
  if (SHA256_HEX.test(value)) return { kind: "hashed", sha256: value };
  if (value.startsWith("STREAMING-")) throw new S3Error("NotImplemented", `${value} is not implemented.`);
  throw new S3Error("InvalidArgument", "x-amz-content-sha256 is neither a hash nor a known word.");
}
