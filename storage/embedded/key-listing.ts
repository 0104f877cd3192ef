import type { BucketObjects } from "./bucket-objects";
import type { ObjectRecord } from "./object-record";
import { S3Error } from "./s3-error";

export interface ListingRequest {
  readonly prefix: string;
  readonly delimiter: string;
  readonly startAfter: string | undefined;
  readonly continuationToken: string | undefined;
  readonly maxKeys: number;
}

export interface ListingPage {
  readonly contents: readonly ObjectRecord[];
  readonly commonPrefixes: readonly string[];
  /** Present when there is more. */
  readonly nextToken: string | null;
}

/** One page of a bucket's keys in order; keys that share what comes before a delimiter count once, as a prefix. */
export function listKeys(objects: BucketObjects, request: ListingRequest): ListingPage {
  const { prefix, delimiter, maxKeys } = request;
  const after = request.continuationToken === undefined ? null : parseToken(request.continuationToken);
  const contents: ObjectRecord[] = [];
  const commonPrefixes: string[] = [];
  let last = after ?? request.startAfter ?? null;
  for (const record of objects.following(last, prefix)) {
    if (!record.key.startsWith(prefix)) break;
    const cut = delimiter === "" ? -1 : record.key.indexOf(delimiter, prefix.length);
    const common = cut < 0 ? null : record.key.slice(0, cut + delimiter.length);
    if (common !== null && (common === commonPrefixes.at(-1) || common === after)) continue;
    if (contents.length + commonPrefixes.length >= maxKeys) {
      return { contents, commonPrefixes, nextToken: maxKeys === 0 || last === null ? null : makeToken(last) };
    }
    if (common === null) contents.push(record);
    else commonPrefixes.push(common);
    last = common ?? record.key;
  }
  return { contents, commonPrefixes, nextToken: null };
}

function makeToken(last: string): string {
  return `1${Buffer.from(last).toString("base64url")}`;
}

function parseToken(token: string): string {
  if (!/^1[\w-]*$/.test(token)) {
    throw new S3Error("InvalidArgument", "The continuation token provided is incorrect");
  }
  return Buffer.from(token.slice(1), "base64url").toString();
}
