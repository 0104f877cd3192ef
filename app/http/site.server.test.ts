import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLuciaStore } from "~/app/auth/lucia.server";
import { createFrontDoor } from "~/app/http/front-door.server";
import { createHealthMount } from "~/app/http/health-mount.server";
import { createLog } from "~/app/http/log.server";
import type { Mount } from "~/app/http/mount.server";
import { createSite } from "~/app/http/site.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";
import { NotFound } from "~/domain/errors";
import type { AccountId } from "~/domain/ids";

let database: TestDatabase;
let server: Server;
let address: string;
let lines: string[];
let isStoreReachable: boolean;
let member: string;
let analyst: string;

const cabinet: Mount = {
  name: "cabinet",
  path: "/cabinet",
  policy: { GET: "report:view", POST: "footage:view" },
  body: null,
  handle(request, response, signedIn) {
    if (request.path === "/missing") throw new NotFound("drawer");
    if (request.path === "/broken") return Promise.reject(new Error("canary"));
    response.send(signedIn?.displayName);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
  member = await signInAs("panel_member");
  analyst = await signInAs("mopac_analyst");
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = {
    size: () => (isStoreReachable ? Promise.resolve(null) : Promise.reject(new Error("no store"))),
  };
  const services = {
    withActor: database.withActor,
    store: store as never,
    keyRing: undefined as never,
    now: () => new Date(),
    newId: () => "",
  };
  const door = createFrontDoor({
    publicUrl: new URL(address),
    services,
    limiter: undefined as never,
    log: createLog((line) => lines.push(line)),
  });
  server.on(
    "request",
    createSite({
      door,
      mounts: [createHealthMount(services), cabinet],
      assets: (_request, _response, next) => next(),
      pages: (request, response) => {
        if (request.path === "/throws") throw new Error("canary");
        const { origin = "of no origin" } = request.headers;
        response.send(`page ${request.method === "POST" ? origin : response.locals.cspNonce}`);
      },
      trustedProxy: null,
      isDevelopment: false,
    }),
  );
});
afterAll(async () => {
  server.close();
  await database.close();
});
beforeEach(() => {
  lines = [];
  isStoreReachable = true;
});

async function signInAs(kind: string): Promise<string> {
  const account = await database.withOwner((trx) =>
    trx
      .insertInto("account")
      .values({
        email: `${kind}@example.com`,
        display_name: kind,
        short_code: kind,
        kind,
        passphrase_hash: "none",
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  const id = await database.withActor(PUBLIC_ACTOR, (trx) =>
    openLuciaStore(trx).create(account.id as AccountId, { ipPrefix: "", deviceClass: "" }),
  );
  return `sid=${id}`;
}

async function visit(
  path: string,
  cookie?: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const headers = { ...(cookie && { cookie }), ...init.headers };
  const answer = await fetch(`${address}${path}`, { ...init, headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

describe("a page", () => {
  test("takes a plain form from itself, whose origin a browser that sends no referrer calls null", async () => {
    const headers = {
      Origin: "null",
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    };

    const { status, text } = await visit("/form", undefined, { method: "POST", headers, body: "a=b" });

    expect([status, text]).toEqual([200, expect.stringContaining("of no origin")]);
  });
});

describe("a mount", () => {
  test("is open to who holds its permission", async () => {
    await expect(visit("/cabinet/1", analyst)).resolves.toMatchObject({ status: 200, text: "mopac_analyst" });
  });

  test("asks strangers to sign in", async () => {
    await expect(visit("/cabinet/1")).resolves.toMatchObject({ status: 401 });
    await expect(visit("/cabinet/1", `sid=${"a".repeat(40)}`)).resolves.toMatchObject({ status: 401 });
  });

  test("looks the same to who may not and to who asks for what is not there", async () => {
    const forbidden = await visit("/cabinet/1", member);
    const missing = await visit("/cabinet/missing", analyst);

    expect(forbidden.status).toBe(404);
    expect([missing.status, missing.text]).toEqual([404, forbidden.text]);
  });

  test("leaves a permission on a panel to its own handler, which knows the panel", async () => {
    const init = { method: "POST", headers: { "sec-fetch-site": "same-origin" } };

    await expect(visit("/cabinet/1", member, init)).resolves.toMatchObject({ status: 200 });
    await expect(visit("/cabinet/1", undefined, init)).resolves.toMatchObject({ status: 401 });
  });

  test("gives a reference for a fault of ours, and the log the same one", async () => {
    const { status, text } = await visit("/cabinet/broken", analyst);

    expect(status).toBe(500);
    expect(text).toMatch(/^500 [A-Z2-9]{4}-[A-Z2-9]{4}\n$/);
    expect(lines.join("")).toContain(`"reference":"${text.slice(4, 13)}"`);
    expect(text + lines.join("")).not.toContain("canary");
  });
});

describe("health", () => {
  test("is well while database and store answer", async () => {
    await expect(visit("/health")).resolves.toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  test("is unavailable while the store does not answer, and says no more", async () => {
    isStoreReachable = false;

    await expect(visit("/health")).resolves.toMatchObject({ status: 503, text: '{"status":"unavailable"}' });
  });
});

describe("the site", () => {
  test("gives refusals of the gate the same headers as pages", async () => {
    const page = await visit("/");
    const refusal = await visit("/", undefined, { method: "POST" });

    expect(refusal.status).toBe(403);
    for (const name of [
      "content-security-policy",
      "cache-control",
      "x-content-type-options",
      "x-request-id",
    ]) {
      expect(page.headers.has(name)).toBe(true);
      expect(refusal.headers.has(name)).toBe(true);
    }
    expect(page.headers.has("x-powered-by")).toBe(false);
  });

  test("hands each page the nonce of its own policy", async () => {
    const { headers, text } = await visit("/");

    expect(headers.get("content-security-policy")).toContain(`'nonce-${text.slice("page ".length)}'`);
  });

  test("does not publish the list of its routes (T77)", async () => {
    await expect(visit("/__manifest?p=/")).resolves.toMatchObject({ status: 404 });
  });

  test("answers a fault outside of any page with a reference", async () => {
    const { status, text } = await visit("/throws");

    expect(status).toBe(500);
    expect(text).toMatch(/^500 [A-Z2-9]{4}-[A-Z2-9]{4}\n$/);
  });

  test("logs each request by the name of what answered, never by what was asked for (T64)", async () => {
    await visit("/health?token=canary");
    await visit("/canary?name=canary");
    await expect.poll(() => lines.length).toBe(2);

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "request", route: "health", method: "GET", status: 200 },
      { event: "request", route: "pages", method: "GET", status: 200 },
    ]);
    expect(lines.join("")).not.toContain("canary");
  });
});
