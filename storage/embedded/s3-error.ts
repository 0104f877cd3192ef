const REFUSALS = {
  AccessDenied: [403, "Access Denied"],
  AuthorizationHeaderMalformed: [400, "The authorization header is malformed."],
  AuthorizationQueryParametersError: [400, "The signature parameters of the query are malformed."],
  BadDigest: [400, "The checksum you specified did not match what was received."],
  BucketAlreadyOwnedByYou: [409, "The bucket exists already and is yours."],
  BucketNotEmpty: [409, "The bucket you tried to delete is not empty."],
  EntityTooLarge: [400, "The upload exceeds the largest allowed object size."],
  EntityTooSmall: [400, "Every part but the last must hold at least 5 MiB."],
  IncompleteBody: [400, "The body does not have the length that was declared."],
  InternalError: [500, "We encountered an internal error. Please try again."],
  InvalidAccessKeyId: [403, "The access key id you provided does not exist in our records."],
  InvalidArgument: [400, "Invalid Argument"],
  InvalidBucketName: [400, "The specified bucket is not valid."],
  InvalidDigest: [400, "The Content-MD5 or checksum value you specified is not valid."],
  InvalidPart: [400, "One or more of the specified parts could not be found or does not match."],
  InvalidPartOrder: [400, "The list of parts was not in ascending order."],
  InvalidRange: [416, "The requested range is not satisfiable."],
  InvalidRequest: [400, "Invalid Request"],
  InvalidToken: [400, "Session tokens are not known here."],
  InvalidURI: [400, "Could not parse the specified URI."],
  KeyTooLongError: [400, "Your key is longer than 1024 bytes."],
  MalformedTrailerError: [400, "The trailer is malformed or does not match what x-amz-trailer announced."],
  MalformedXML: [400, "The XML you provided was not well formed or did not have the expected shape."],
  MethodNotAllowed: [405, "The specified method is not allowed against this resource."],
  MissingContentLength: [411, "You must provide the Content-Length HTTP header."],
  NoSuchBucket: [404, "The specified bucket does not exist."],
  NoSuchKey: [404, "The specified key does not exist."],
  NoSuchUpload: [
    404,
    "The specified multipart upload does not exist; it may have been completed or aborted.",
  ],
  NotImplemented: [501, "The request asks for something this endpoint does not implement."],
  OperationAborted: [409, "A conflicting operation on this resource is in progress."],
  PreconditionFailed: [412, "At least one of the preconditions you specified did not hold."],
  RequestTimeTooSkewed: [403, "The difference between the request time and the server's time is too large."],
  SignatureDoesNotMatch: [403, "The signature we calculated does not match the one you provided."],
  SlowDown: [503, "Please reduce your request rate."],
  XAmzContentSHA256Mismatch: [400, "The x-amz-content-sha256 header does not match what was received."],
} as const satisfies Record<string, readonly [number, string]>;

export type S3ErrorCode = keyof typeof REFUSALS;

/** An answer in S3's own vocabulary: its code fixes the HTTP status, `details` become elements of the XML. */
export class S3Error extends Error {
  override readonly name = "S3Error";
  readonly status: number;

  constructor(
    readonly code: S3ErrorCode,
    message?: string,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message ?? REFUSALS[code][1]);
    this.status = REFUSALS[code][0];
  }
}
