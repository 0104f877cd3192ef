import { S3ServiceException } from "@aws-sdk/client-s3";

/** Tells whether S3 refused with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly string[]): error is S3ServiceException {
  return error instanceof S3ServiceException && codes.includes(error.name);
}

/** A further element of the refusal's document, such as `ActualObjectSize`; undefined when it has none. */
export function refusalDetail(error: S3ServiceException, name: string): unknown {
  return Reflect.get(error, name);
}
