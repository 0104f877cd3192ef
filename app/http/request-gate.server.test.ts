import { request as ask, createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRequestGate, type GatedPath, nameRequest } from "~/app/http/request-gate.server";

const PUBLIC_URL = new URL("https://portal.example");
const SAME_ORIGIN = { "sec-fetch-site": "same-origin" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };

const PATHS: readonly GatedPath[] = [
  {
    path: "/uploads",
    methods: ["POST", "PATCH"],
    body: { types: ["application/offset+octet-stream"], limitBytes: 1_000_000, receiveWithinMs: null },
  },
  { path: "/health", methods: ["GET", "HEAD"], body: null, answersAnyHost: true },
  { path: "/media", methods: ["GET", "HEAD"], body: null },
  {
    path: "/",
    methods: ["GET", "HEAD", "POST"],
    body: { types: [FORM["content-type"], "application/json"], limitBytes: 100, receiveWithinMs: 200 },
  },
];

interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly seen: IncomingHttpHeaders | null;
}

let site: Server;
let behindProxy: Server;

function open(trustedProxy: string | null): Promise<Server> {
  const app = express();
  app.use(nameRequest, createRequestGate({ publicUrl: PUBLIC_URL, trustedProxy, paths: PATHS }));
  app.use((request, response) => {
    request.resume().on("end", () => response.json(request.headers));
  });
  const server = createServer(app);
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

beforeAll(async () => {
  site = await open(null);
  behindProxy = await open("127.0.0.1");
});
afterAll(() => {
  site.close();
  behindProxy.close();
});

function send({ method = "GET", path = "/", headers = {}, body }: Question, server = site): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const options = {
    port,
    method,
    path,
    headers: { host: PUBLIC_URL.host, ...length, ...headers },
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const outgoing = ask({ host: "127.0.0.1", ...options }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      incoming.on("end", () => {
        const status = incoming.statusCode ?? 0;
        const seen: IncomingHttpHeaders | null =
          status === 200 && method !== "HEAD" ? JSON.parse(text) : null;
        resolve({ status, headers: incoming.headers, seen });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

describe("a request that changes something (A3)", () => {
  test.each([
    ["Sec-Fetch-Site same-origin", SAME_ORIGIN],
    ["no Sec-Fetch-Site but our exact Origin", { origin: "https://portal.example" }],
    [
      "Sec-Fetch-Site same-origin and an Origin hidden by the referrer policy",
      { ...SAME_ORIGIN, origin: "null" },
    ],
  ])("passes with %s", async (_what, headers) => {
    await expect(send({ method: "POST", headers })).resolves.toMatchObject({ status: 200 });
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["the origin null", { origin: "null" }],
    ["neither Origin nor Sec-Fetch-Site", {}],
    ["a subdomain of ours", { origin: "https://sub.portal.example" }],
    ["another scheme", { origin: "http://portal.example" }],
    ["another port", { origin: "https://portal.example:8443" }],
    ["a forged X-Forwarded-Host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["our name as user of another host", { origin: "https://portal.example@evil.example" }],
    ["our name as prefix of another host", { origin: "https://portal.example.evil.example" }],
    ["our origin with a path", { origin: "https://portal.example/" }],
    [
      "our origin, but Sec-Fetch-Site cross-site",
      { origin: "https://portal.example", "sec-fetch-site": "cross-site" },
    ],
    ["Sec-Fetch-Site same-site", { "sec-fetch-site": "same-site" }],
    ["Sec-Fetch-Site none", { "sec-fetch-site": "none" }],
    ["an empty Sec-Fetch-Site", { origin: "https://portal.example", "sec-fetch-site": "" }],
    ["only a Referer of ours", { referer: "https://portal.example/sign-in" }],
  ])("is refused with %s", async (_what, headers) => {
    await expect(send({ method: "POST", headers })).resolves.toMatchObject({ status: 403 });
  });

  test("is asked the same at every mount and for every method", async () => {
    for (const method of ["POST", "PATCH"]) {
      await expect(send({ method, path: "/uploads/1" })).resolves.toMatchObject({ status: 403 });
      await expect(send({ method, path: "/uploads/1", headers: SAME_ORIGIN })).resolves.toMatchObject({
        status: 200,
      });
    }
  });
});

test("reading needs no proof of origin, so that a link from elsewhere works", async () => {
  await expect(send({ headers: { "sec-fetch-site": "cross-site" } })).resolves.toMatchObject({ status: 200 });
});

describe("the host", () => {
  test.each(["evil.example", "portal.example:8443", "127.0.0.1", "portal.example.evil.example", ""])(
    "%j is not ours",
    async (host) => {
      await expect(send({ headers: { host } })).resolves.toMatchObject({ status: 421 });
    },
  );

  test("does not matter where a probe inside the house asks", async () => {
    const headers = { host: "10.0.0.7:3000" };

    await expect(send({ path: "/health", headers })).resolves.toMatchObject({ status: 200 });
    await expect(send({ path: "/healthy", headers })).resolves.toMatchObject({ status: 421 });
  });

  test("may be written in capitals", async () => {
    await expect(send({ headers: { host: "PORTAL.example" } })).resolves.toMatchObject({ status: 200 });
  });
});

describe("what a proxy says", () => {
  const forwarded = {
    forwarded: "for=1.2.3.4",
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    "x-forwarded-port": "1",
    "x-forwarded-anything": "x",
    "x-real-ip": "1.2.3.4",
  };

  test("is dropped when no proxy is trusted", async () => {
    const { seen } = await send({ headers: forwarded });

    for (const name of Object.keys(forwarded)) expect(seen).not.toHaveProperty(name);
  });

  test("is believed of the trusted one as to address and scheme, never as to our own name", async () => {
    const { seen } = await send({ headers: forwarded }, behindProxy);

    expect(seen).toMatchObject({ "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https" });
    for (const name of [
      "forwarded",
      "x-forwarded-host",
      "x-forwarded-port",
      "x-forwarded-anything",
      "x-real-ip",
    ]) {
      expect(seen).not.toHaveProperty(name);
    }
  });
});

test.each(["x-http-method-override", "x-http-method", "x-method-override"])(
  "a request with %s is refused",
  async (name) => {
    const headers = { ...SAME_ORIGIN, [name]: "DELETE" };

    await expect(send({ method: "POST", headers })).resolves.toMatchObject({ status: 400 });
    await expect(send({ headers: { [name]: "POST" } })).resolves.toMatchObject({ status: 400 });
  },
);

describe("methods", () => {
  test.each(["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])("%s is not answered by pages", async (method) => {
    const answer = await send({ method, headers: SAME_ORIGIN });

    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  test("are those of the mount below its path, and of the pages beside it", async () => {
    await expect(send({ path: "/uploads" })).resolves.toMatchObject({ status: 405 });
    await expect(send({ path: "/uploads-of-mine" })).resolves.toMatchObject({ status: 200 });
    await expect(send({ method: "POST", path: "/media/1", headers: SAME_ORIGIN })).resolves.toMatchObject({
      status: 405,
    });
  });
});

describe("a body", () => {
  const post = (more: Question) =>
    send({ method: "POST", ...more, headers: { ...SAME_ORIGIN, ...FORM, ...more.headers } });

  test("of a form is let through up to the limit", async () => {
    await expect(post({ body: "a".repeat(100) })).resolves.toMatchObject({ status: 200 });
    await expect(post({ body: "a".repeat(101) })).resolves.toMatchObject({ status: 413 });
  });

  test.each([
    ["multipart/form-data; boundary=x", 415],
    ["text/plain", 415],
    ["application/offset+octet-stream", 415],
    ["application/json; charset=utf-8", 200],
    ["APPLICATION/X-WWW-FORM-URLENCODED", 200],
  ])("of type %s is answered with %i by pages", async (type, status) => {
    await expect(post({ body: "{}", headers: { "content-type": type } })).resolves.toMatchObject({ status });
  });

  test("of an upload is taken at the upload mount alone", async () => {
    const upload = {
      body: "a".repeat(5_000),
      headers: { "content-type": "application/offset+octet-stream" },
    };

    await expect(post({ ...upload, path: "/uploads/1" })).resolves.toMatchObject({ status: 200 });
    await expect(post({ ...upload, path: "/" })).resolves.toMatchObject({ status: 413 });
    await expect(post({ body: "a=b", path: "/uploads/1" })).resolves.toMatchObject({ status: 415 });
  });

  test("of unknown length is not waited for", async () => {
    await expect(post({ headers: { "transfer-encoding": "chunked" } })).resolves.toMatchObject({
      status: 411,
    });
  });

  test("is not expected of a request that only reads", async () => {
    await expect(send({ headers: { "content-length": "3" }, body: "abc" })).resolves.toMatchObject({
      status: 413,
    });
  });

  test("that does not arrive in time ends the connection (T77)", async () => {
    const halfSent = post({ headers: { "content-length": "50" }, body: "a" });

    await expect(halfSent).rejects.toThrow("socket hang up");
  });
});

test("every request has a name of our own giving", async () => {
  const [first, second] = [await send({ headers: { "x-request-id": "theirs" } }), await send({})];

  expect(first.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
});
