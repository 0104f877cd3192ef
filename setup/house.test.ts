import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { WORKER_ACTOR } from "~/domain/accounts/actor";
import { isPermitted, PERMISSIONS } from "~/domain/accounts/permissions";

interface Relation {
  readonly name: string;
  readonly isView: boolean;
  readonly isForced: boolean;
}

/** A line of the retention table: `| \`name\` | what it holds | how long | walls |`. */
interface RetentionLine {
  readonly name: string;
  readonly keep: string;
  readonly walls: string;
}

let database: TestDatabase;
let relations: readonly Relation[];
let lines: readonly RetentionLine[];

beforeAll(async () => {
  database = await createTestDatabase();
  relations = await database.withOwner(async (trx) => {
    const { rows } = await sql<Relation>`select relname as name, relkind = 'v' as "isView",
        relrowsecurity and relforcerowsecurity as "isForced"
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and relname not like 'kysely%' order by relname`.execute(trx);
    return rows;
  });
  lines = retentionLines(await readFile("docs/data-protection.md", "utf8"));
});

afterAll(() => database.close());

describe("what the portal keeps", () => {
  test("has one retention line for every table and view, and none for anything else", () => {
    expect(lines.map(({ name }) => name).sort()).toEqual(relations.map(({ name }) => name).sort());
  });

  test("is kept for a time that the line names", () => {
    expect(lines.filter(({ keep }) => keep.length < 5)).toEqual([]);
  });

  test("stands behind forced row-level security, or the line says why not", () => {
    const open = relations.filter(({ isForced }) => !isForced).map(({ name }) => name);
    const forced = relations.filter(({ isForced }) => isForced).map(({ name }) => name);

    expect(wallsOf(open).filter(({ walls }) => !/^none, because .{15,}/.test(walls))).toEqual([]);
    expect(wallsOf(forced).filter(({ walls }) => !walls.startsWith("forced"))).toEqual([]);
  });
});

test("every permission is asked by a route or a mount, or by a use-case of the worker where only the worker holds it", async () => {
  const doors = await textsOf(["app/routes", "app/http"], (name) =>
    /[.]tsx$|mount[.]server[.]ts$/.test(name),
  );
  const services = await textsOf(["app/services"], (name) => /[.]server[.]ts$/.test(name));

  const unused = PERMISSIONS.filter((permission) => {
    const texts =
      isPermitted(WORKER_ACTOR, permission) && permission !== "account:sign-in" ? services : doors;
    return !texts.some((text) => text.includes(`"${permission}"`));
  });

  expect(unused).toEqual([]);
});

test("every setting that a process reads stands in the README", async () => {
  const settings = [...(await readFile("env.ts", "utf8")).matchAll(/^ {2,6}([A-Z][A-Z0-9_]+):/gm)];
  const readme = await readFile("README.md", "utf8");

  const names = new Set(settings.map((match) => match[1] ?? ""));
  expect(names.size).toBeGreaterThan(15);
  expect([...names].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

function wallsOf(names: readonly string[]): readonly RetentionLine[] {
  return lines.filter(({ name }) => names.includes(name));
}

function retentionLines(document: string): RetentionLine[] {
  const section = document.split(/^## /m).find((part) => part.startsWith("What is kept")) ?? "";
  return [...section.matchAll(/^\| `(\w+)` \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map((match) => ({
    name: match[1] ?? "",
    keep: match[3]?.trim() ?? "",
    walls: match[4]?.trim() ?? "",
  }));
}

async function textsOf(folders: readonly string[], isWanted: (name: string) => boolean): Promise<string[]> {
  const entries = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const files = entries.flat().filter((entry) => entry.isFile() && isWanted(entry.name));
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
}
