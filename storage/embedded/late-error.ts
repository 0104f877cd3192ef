import { S3Error } from "./s3-error";
import { element, errorDocument } from "./xml-writer";

/** The document of an error that arrives with status 200, as S3 may send it when it has begun to answer. */
export function lateErrorDocument(): string {
  const error = new S3Error("InternalError");
  return errorDocument(element("Code", error.code), element("Message", error.message));
}
