import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** A file, what it imports, and the rule that must catch it. */
const FORBIDDEN: readonly (readonly [from: string, to: string, rule: string])[] = [
  ["db/queries/a.ts", "setup/demo.ts", "doors-are-not-imported"],
  ["seeds/a.ts", "db/audit-verify.ts", "doors-are-not-imported"],
  ["bench/a.ts", "bench/drills/run.ts", "doors-are-not-imported"],
  ["db/testing/a.ts", "db/testing/generate-types.ts", "doors-are-not-imported"],
  ["app/http/a.server.ts", "setup/secrets.ts", "scaffold-stays-out-of-production"],
  ["worker/b.ts", "db/planting/people.ts", "scaffold-stays-out-of-production"],
  ["app/services/footage/c.server.ts", "db/with-owner.ts", "scaffold-stays-out-of-production"],
  ["app/services/footage/k.server.ts", "app/services/testing/scene.ts", "scaffold-stays-out-of-production"],
  ["worker/k.ts", "worker/testing/scene.ts", "scaffold-stays-out-of-production"],
  ["db/queries/d.ts", "db/client.ts", "no-raw-database-handle"],
  ["setup/d.ts", "db/client.ts", "no-raw-database-handle"],
  ["app/http/f.server.ts", "npm:kysely", "only-db-speaks-sql"],
  ["setup/f.ts", "npm:pg", "only-db-speaks-sql"],
  ["app/services/footage/g.server.ts", "app/http/guard.server.ts", "services-know-no-http"],
  ["app/services/footage/h.server.ts", "worker/lease.ts", "nobody-imports-the-worker"],
  ["seeds/h.ts", "worker/lease.ts", "nobody-imports-the-worker"],
  ["app/http/i.server.ts", "npm:vite", "no-dev-package-in-production"],
];

/** A file and what it may import, with the word it imports it by. */
const ALLOWED: readonly (readonly [from: string, to: string, word: "import" | "import type"])[] = [
  ["seeds/b.ts", "db/planting/people.ts", "import"],
  ["seeds/c.ts", "db/with-owner.ts", "import"],
  ["seeds/k.ts", "domain/observations/testing/answers.ts", "import"],
  ["worker/k.test.ts", "worker/testing/scene.ts", "import"],
  ["app/services/testing/l.ts", "npm:kysely", "import"],
  ["bench/d.ts", "db/client.ts", "import"],
  ["worker/main.ts", "db/client.ts", "import"],
  ["db/queries/e.ts", "db/client.ts", "import type"],
  ["app/services/footage/f.server.test.ts", "npm:kysely", "import"],
  ["app/services/footage/g.server.test.ts", "app/http/guard.server.ts", "import"],
  ["seeds/h.test.ts", "worker/lease.ts", "import"],
  ["app/http/development.server.ts", "npm:vite", "import"],
];

const PLANTED = [...FORBIDDEN.map(([from, to]) => [from, to, "import"] as const), ...ALLOWED];

let directory: string;
let violations: ICruiseResult["summary"]["violations"];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sightline-rules-"));
  await plant(directory);
  const rules = createRequire(import.meta.url)(resolve(".dependency-cruiser.cjs")) as IFlattenedRuleSet & {
    options: object;
  };
  const folders = ["app", "db", "domain", "worker", "seeds", "bench", "setup"];
  const { output } = await cruise(folders, {
    baseDir: directory,
    validate: true,
    ruleSet: rules,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
  });
  violations = (output as ICruiseResult).summary.violations;
});

afterAll(() => rm(directory, { recursive: true, force: true }));

describe("the import rules that this house added or adapted", () => {
  test.each(FORBIDDEN)("%s importing %s breaks %s", (from, _to, rule) => {
    expect(rulesBrokenBy(from)).toContain(rule);
  });

  test.each(ALLOWED)("%s may take %s by %s, and breaks no rule", (from) => {
    expect(rulesBrokenBy(from)).toEqual([]);
  });
});

function rulesBrokenBy(from: string): string[] {
  return violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);
}

async function plant(root: string): Promise<void> {
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const [, to] of PLANTED) if (!to.startsWith("npm:")) await put(to, "export const thing = 1;\n");
  for (const [from, to, word] of PLANTED) {
    const isPackage = to.startsWith("npm:");
    const target = isPackage ? to.slice("npm:".length) : `${climb(from)}${to.replace(/[.]ts$/, "")}`;
    const names = isPackage ? "* as thing" : "{ thing }";
    await put(from, `${word} ${names} from "${target}";\nexport type Thing = typeof thing;\n`);
  }
  await copyFile("package.json", join(root, "package.json"));
  await symlink(resolve("node_modules"), join(root, "node_modules"));
}

function climb(from: string): string {
  return "../".repeat(from.split("/").length - 1);
}
