import type { Operation } from "./operation";

/** What a test sees of a request before it is served. */
export interface FaultRequest {
  readonly operation: Operation;
  readonly bucket: string | null;
  readonly key: string | null;
}

/**
 * Something that goes wrong on purpose. `afterBytes` counts bytes of the body in the direction in which the object
 * travels: sent for GetObject, received for PutObject and UploadPart; elsewhere the fault strikes at once.
 */
export type Fault =
  /** The endpoint says it is busy (503) or broken (500), having done nothing. */
  | { readonly kind: "refuse"; readonly status: 500 | 503 }
  /** The connection is torn down. */
  | { readonly kind: "reset"; readonly afterBytes: number }
  /** Nothing more happens until the caller gives up. */
  | { readonly kind: "stall"; readonly afterBytes: number }
  /** The connection is closed in good order, but early. */
  | { readonly kind: "truncate"; readonly afterBytes: number }
  /** Status 200 with an error in its body, as CompleteMultipartUpload and CopyObject may answer. */
  | { readonly kind: "error-in-200" };

export type FaultHook = (request: FaultRequest) => Fault | undefined;
