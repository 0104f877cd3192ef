import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BucketObjects } from "./bucket-objects";
import type { OpenUpload } from "./bucket-uploads";
import type { BucketPaths } from "./object-record";
import { hasAll, readFacts } from "./stored-facts";
import type { PartFacts, StoredPart, UploadFacts } from "./upload-record";
import type { Workbench } from "./workbench";

/**
 * Finds the uploads that were open when the endpoint last stopped, with their newest parts, and removes what a crash
 * left over: uploads whose object exists already, outdated parts, and parts that nothing refers to.
 */
export async function loadUploads(
  paths: BucketPaths,
  bench: Workbench,
  objects: BucketObjects,
): Promise<OpenUpload[]> {
  const needed = new Set<string>();
  const completed = new Set<string>();
  for (const record of objects.following(null, "")) {
    if (record.uploadId !== null) completed.add(record.uploadId);
    for (const { name } of record.parts ?? []) needed.add(name);
  }

  const open = new Map<string, OpenUpload>();
  for (const { name, facts } of await readFacts(paths.uploads, isUploadFacts)) {
    if (completed.has(facts.uploadId)) await rm(join(paths.uploads, name), { force: true });
    else open.set(facts.uploadId, { facts, parts: new Map(), completing: false });
  }

  for (const { name, facts } of await readFacts(paths.parts, isPartFacts)) {
    bench.sawSequence(facts.sequence);
    if (!needed.has(name)) adopt(open.get(facts.uploadId), { ...facts, name });
  }
  for (const upload of open.values()) for (const { name } of upload.parts.values()) needed.add(name);
  for (const name of await readdir(paths.parts)) {
    if (!needed.has(name)) await rm(join(paths.parts, name), { force: true });
  }
  return [...open.values()];
}

function adopt(upload: OpenUpload | undefined, part: StoredPart): void {
  const other = upload?.parts.get(part.number);
  if (other === undefined || other.sequence < part.sequence) upload?.parts.set(part.number, part);
}

function isUploadFacts(footer: unknown): footer is UploadFacts {
  return hasAll(footer, "uploadId", "key", "initiatedAtMs", "headers", "checksumAlgorithm");
}

function isPartFacts(footer: unknown): footer is PartFacts {
  return hasAll(footer, "uploadId", "number", "size", "etag", "checksum", "modifiedAtMs", "sequence");
}
