import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { authenticate, type Credentials } from "./authenticate";
import * as bucketOperations from "./bucket-operations";
import type { Buckets } from "./buckets";
import { Exchange, type RequestHeaders } from "./exchange";
import type { Fault, FaultHook } from "./fault";
import { ConnectionGone, strike } from "./faulty-transfer";
import * as multipartOperations from "./multipart-operations";
import * as objectOperations from "./object-operations";
import { identifyOperation, type Operation } from "./operation";
import { parseRequestTarget } from "./request-target";
import { S3Error } from "./s3-error";
import { listMultipartUploads } from "./upload-listing";
import { element, errorDocument } from "./xml-writer";

const OPERATIONS: Readonly<Record<Operation, (exchange: Exchange) => Promise<void>>> = {
  ListBuckets: bucketOperations.listBuckets,
  CreateBucket: bucketOperations.createBucket,
  HeadBucket: bucketOperations.headBucket,
  DeleteBucket: bucketOperations.deleteBucket,
  ListObjectsV2: bucketOperations.listObjectsV2,
  ListMultipartUploads: listMultipartUploads,
  DeleteObjects: bucketOperations.deleteObjects,
  PutObject: objectOperations.putObject,
  CopyObject: objectOperations.copyObject,
  GetObject: objectOperations.getObject,
  HeadObject: objectOperations.headObject,
  DeleteObject: objectOperations.deleteObject,
  CreateMultipartUpload: multipartOperations.createMultipartUpload,
  UploadPart: multipartOperations.uploadPart,
  ListParts: multipartOperations.listParts,
  CompleteMultipartUpload: multipartOperations.completeMultipartUpload,
  AbortMultipartUpload: multipartOperations.abortMultipartUpload,
};
const IN_TRANSFER: readonly Operation[] = ["GetObject", "PutObject", "UploadPart"];

export interface Endpoint {
  readonly buckets: Buckets;
  readonly credentials: Credentials;
  readonly faults: FaultHook | undefined;
  reportBug(error: unknown): void;
}

/** Verifies and answers one request; whatever goes wrong becomes an S3 error or the end of the connection. */
export async function serveRequest(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomBytes(8).toString("hex").toUpperCase();
  response.setHeader("x-amz-request-id", requestId);
  try {
    await perform(endpoint, request, response);
  } catch (error) {
    if (error instanceof ConnectionGone || request.socket.destroyed) response.destroy();
    else if (response.headersSent) {
      endpoint.reportBug(error);
      response.destroy();
    } else sendError(endpoint, request, response, error, requestId);
  }
  // What is left of a refused body is read past, so that the client sees the refusal and can go on.
  request.resume();
}

async function perform(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = joinHeaders(request);
  const method = request.method ?? "";
  const target = parseRequestTarget(request.url ?? "");
  const payload = authenticate({ method, target, headers }, endpoint.credentials, new Date());
  const operation = identifyOperation(method, target, headers);
  const fault = endpoint.faults?.({ operation, bucket: target.bucket, key: target.key });
  if (fault !== undefined) await strikeBefore(fault, operation, request);
  const exchange = new Exchange(endpoint.buckets, target, headers, request, response, payload, fault);
  await OPERATIONS[operation](exchange);
}

async function strikeBefore(fault: Fault, operation: Operation, request: IncomingMessage): Promise<void> {
  if (fault.kind === "refuse") throw new S3Error(fault.status === 503 ? "SlowDown" : "InternalError");
  if (fault.kind !== "error-in-200" && !IN_TRANSFER.includes(operation)) await strike(fault, request.socket);
}

function sendError(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
  thrown: unknown,
  requestId: string,
): void {
  if (!(thrown instanceof S3Error)) endpoint.reportBug(thrown);
  const error = thrown instanceof S3Error ? thrown : new S3Error("InternalError");
  const details = Object.entries(error.details).map(([name, value]) => element(name, value));
  const body = Buffer.from(
    errorDocument(
      element("Code", error.code),
      element("Message", error.message),
      ...details,
      element("Resource", request.url),
      element("RequestId", requestId),
    ),
  );
  const size = error.details.ActualObjectSize;
  if (size !== undefined) response.setHeader("content-range", `bytes */${size}`);
  // A client that waited to be asked for its body will now not send it, so the connection has no next request.
  if (request.headers.expect !== undefined) response.setHeader("connection", "close");
  response.writeHead(error.status, { "content-type": "application/xml", "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

function joinHeaders(request: IncomingMessage): RequestHeaders {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct))
    headers[name] = (values ?? []).join(",");
  return headers;
}
