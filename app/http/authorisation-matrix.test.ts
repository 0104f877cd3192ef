import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFrontDoor, createLoadContext } from "~/app/http/front-door.server";
import { createLog } from "~/app/http/log.server";
import type { Mount } from "~/app/http/mount.server";
import { createMounts } from "~/app/http/mounts.server";
import { type PolicyMethod, policyTable } from "~/app/http/policy-table";
import { createSite } from "~/app/http/site.server";
import { type Answer, classify } from "~/app/http/testing/matrix-answer";
import { type Asking, MAY, MAY_READ } from "~/app/http/testing/matrix-expectations";
import {
  CANARY,
  IDENTITIES,
  type MatrixWorld,
  PLACES,
  plantMatrixWorld,
  RELEASED_QUARTER,
  TIMES,
} from "~/app/http/testing/matrix-world";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { buildWebsite } from "~/setup/build";
import { startTemporaryS3, type TemporaryS3 } from "~/storage/embedded/temporary-s3";
import { MemoryStore } from "~/storage/memory-store";
import { createUploadStore } from "~/storage/upload-store";

/** One door to knock at: a method on an address with its parameters open. */
interface Knock {
  readonly id: string;
  readonly method: PolicyMethod;
  readonly pattern: string;
  /** How Remix is asked for it: as a page, as its data, or for one loader's data alone. */
  readonly form: "document" | "data" | "one-loader";
}

interface Cell extends Knock, Asking {}

let database: TestDatabase;
let s3: TemporaryS3;
let server: Server;
let address: string;
let world: MatrixWorld;
let knocks: readonly Knock[];

const FILES = ["playlist.m3u8", "key", "segment-00000.ts", "poster.jpg"];
const MOUNT_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  health: ["/health"],
  "media/clips": FILES.map((file) => `/media/clips/:clipId/${file}`),
  "media/sessions": FILES.map((file) => `/media/sessions/:sessionId/clips/:clipId/${file}`),
  uploads: ["/uploads/:uploadId"],
};

function pathOf(build: ServerBuild, id: string): string {
  const route = build.routes[id];
  const parent = route?.parentId ? pathOf(build, route.parentId) : "";
  return `${parent}${route?.path ? `/${route.path}` : ""}`;
}

function knocksOf(build: ServerBuild, mounts: readonly Mount[]): Knock[] {
  const ofRoutes = Object.values(build.routes).flatMap((route): Knock[] => {
    // Signing out is everybody's, and would end the very logins that ask.
    if (!route || route.id === "root" || route.id === "routes/sign-out") return [];
    const pattern = pathOf(build, route.id) || "/";
    const get = (form: Knock["form"]): Knock => ({ id: route.id, method: "GET", pattern, form });
    const isPage = route.module.default !== undefined;
    return [
      ...(route.module.loader ? [get("document"), ...(isPage ? [get("data"), get("one-loader")] : [])] : []),
      ...(route.module.action ? [{ ...get("document"), method: "POST" as const }] : []),
    ];
  });
  const ofMounts = mounts.flatMap(({ name, policy }) =>
    (Object.keys(policy) as PolicyMethod[]).flatMap((method) =>
      (MOUNT_PATTERNS[name] ?? []).map((pattern): Knock => ({ id: name, method, pattern, form: "document" })),
    ),
  );
  return [...ofRoutes, ...ofMounts];
}

function cellsOf(knock: Knock): Cell[] {
  const places = knock.pattern.includes(":") ? PLACES : PLACES.slice(0, 1);
  const times = knock.pattern.includes(":sessionId") ? TIMES : TIMES.slice(1, 2);
  return IDENTITIES.flatMap((who) =>
    places.flatMap((where) => times.map((when) => ({ ...knock, who, where, when }))),
  );
}

function addressOf({ form, id, pattern, when, where }: Cell): string {
  const scene = world.scenes[where];
  const path = pattern
    .replace(":panelId", scene.panelId)
    .replace(":sessionId", scene.sessions[when])
    .replace(":clipId", scene.clipId)
    .replace(":uploadId", scene.uploadId)
    .replace(":quarter", RELEASED_QUARTER)
    .replace(":stratum", "random")
    .replace("*", "nothing-here");
  if (form === "document") return path;
  return `${path === "/" ? "/_root" : path}.data${form === "one-loader" ? `?_routes=${encodeURIComponent(id)}` : ""}`;
}

async function knockAt(cell: Cell): Promise<Answer> {
  const cookie = world.cookies[cell.who];
  const response = await fetch(`${address}${addressOf(cell)}`, {
    method: cell.id === "uploads" && cell.method === "GET" ? "HEAD" : cell.method,
    redirect: "manual",
    headers: {
      Origin: address,
      ...(cookie === null ? {} : { Cookie: cookie }),
      ...(cell.method === "POST" ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
    },
    ...(cell.method === "POST" ? { body: "" } : {}),
  });
  return { status: response.status, location: response.headers.get("location"), body: await response.text() };
}

async function ask(cells: readonly Cell[]): Promise<{ cell: Cell; answer: Answer }[]> {
  const queue = [...cells];
  const asked: { cell: Cell; answer: Answer }[] = [];
  const takeTurns = async () => {
    for (let cell = queue.pop(); cell; cell = queue.pop()) asked.push({ cell, answer: await knockAt(cell) });
  };
  await Promise.all(Array.from({ length: 8 }, takeTurns));
  return asked;
}

function nameOf({ answer, cell }: { cell: Cell; answer: Answer }): string {
  return `${cell.method} ${cell.id} (${cell.form}) as ${cell.who}, ${cell.where}, ${cell.when}: ${answer.status} ${answer.location ?? ""}`;
}

function mayEnter(cell: Cell): boolean {
  const mayRead = cell.method === "GET" ? MAY_READ[cell.id] : undefined;
  if (mayRead) return mayRead(cell);
  const permission = policyTable[cell.id]?.[cell.method];
  return permission !== undefined && MAY[permission](cell);
}

async function stateOfTheHouse(): Promise<unknown> {
  const { rows } = await database.withOwner((trx) =>
    sql`select (select count(*) from session) as sessions, (select count(*) from booking) as seats,
      (select count(*) from session_clip) as agenda, (select count(*) from observation) as observations,
      (select count(*) from answer) as answers, (select count(*) from event_mark) as marks, (select count(*) from upload) as uploads,
      (select json_agg(row_to_json(c) order by c.id) from clip c) as clips`.execute(trx),
  );
  return rows[0];
}

beforeAll(async () => {
  buildWebsite();
  const build = (await import(new URL("../../build/server/index.js", import.meta.url).href)) as ServerBuild;
  database = await createTestDatabase();
  s3 = await startTemporaryS3();
  const store = new MemoryStore();
  const keyRing = createLocalKeyRing(new Uint8Array(32), "test");
  world = await plantMatrixWorld(database, { store, keyRing });
  server = createServer();
  server.listen(0, "localhost");
  await once(server, "listening");
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const door = createFrontDoor({
    publicUrl: new URL(address),
    services: {
      withActor: database.withActor,
      store,
      keyRing,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    },
    limiter: { admit: async () => true, succeed: async () => undefined, close: async () => undefined },
    log: createLog(() => undefined),
  });
  const mounts = createMounts(door, createUploadStore(s3.config));
  knocks = knocksOf(build, mounts);
  server.on(
    "request",
    createSite({
      door,
      mounts,
      assets: (_request, _response, next) => next(),
      pages: createRequestHandler({
        build,
        mode: "production",
        getLoadContext: (request, response) => createLoadContext(door, request, response),
      }),
      trustedProxy: null,
      isDevelopment: false,
    }),
  );
}, 180_000);
afterAll(async () => {
  server.close();
  await Promise.all([database.close(), s3.close()]);
});

describe("every route and mount × method × identity × own, other or missing × before, in or after the window (A1)", () => {
  test("whoever may not enter is turned away, nothing changes, and nobody reads a word of a panel that is not theirs", async () => {
    const cells = knocks.flatMap(cellsOf).filter((cell) => !mayEnter(cell));
    const before = await stateOfTheHouse();

    const asked = await ask(cells);

    expect(asked.filter(({ answer }) => classify(answer) === "open").map(nameOf)).toEqual([]);
    expect(asked.filter(({ answer }) => answer.body.includes(CANARY)).map(nameOf)).toEqual([]);
    expect(asked.filter(({ answer }) => answer.status >= 500).map(nameOf)).toEqual([]);
    expect(await stateOfTheHouse()).toEqual(before);
    expect(asked.length).toBeGreaterThan(1_500);
  }, 240_000);

  test("whoever may enter gets in, or is told in words why not now", async () => {
    const somewhere = knocks.filter(({ id }) => id !== "routes/_portal.$");
    const asked = await ask(somewhere.flatMap(cellsOf).filter(mayEnter));

    expect(asked.filter(({ answer }) => classify(answer) === "closed").map(nameOf)).toEqual([]);
    expect(asked.filter(({ answer }) => answer.status >= 500).map(nameOf)).toEqual([]);
    expect(asked.filter(({ answer }) => answer.body.includes(CANARY)).map(nameOf)).toEqual([]);
  }, 240_000);

  test("every denial of somebody who is signed in stands in the audit log", async () => {
    const denials = () =>
      database.withOwner((trx) =>
        trx
          .selectFrom("audit_event")
          .select((eb) => eb.fn.countAll<number>().as("count"))
          .where("outcome", "=", "denied")
          .where("actor", "is not", null)
          .executeTakeFirstOrThrow(),
      );
    const { count: before } = await denials();
    const cells = knocks
      .filter(({ form }) => form === "document")
      .flatMap(cellsOf)
      .filter(
        (cell) =>
          !mayEnter(cell) && cell.who === "analyst" && cell.id.startsWith("routes/_portal.panels.$panelId"),
      );

    await ask(cells);

    const { count: after } = await denials();
    expect(cells.length).toBeGreaterThan(10);
    expect(after - before).toBeGreaterThanOrEqual(cells.length);
  }, 60_000);
});
