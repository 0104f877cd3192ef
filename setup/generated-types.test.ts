import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { env } from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sightline-types-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("the row types in db/schema.ts are those of a freshly migrated database", async () => {
  const fresh = join(directory, "schema.ts");
  const PATH = [resolve("node_modules/.bin"), env.PATH].join(delimiter);

  await run(process.execPath, ["--import", "tsx", "db/testing/generate-types.ts", fresh], {
    env: { ...env, PATH },
  });

  expect(await readFile("db/schema.ts", "utf8")).toBe(await readFile(fresh, "utf8"));
}, 120_000);
