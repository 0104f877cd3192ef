import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, request as openRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLuciaStore } from "~/app/auth/lucia.server";
import { createFrontDoor } from "~/app/http/front-door.server";
import { createLog } from "~/app/http/log.server";
import { createSite } from "~/app/http/site.server";
import { createUploadMount } from "~/app/http/upload-mount.server";
import { registerClip } from "~/app/services/footage/register-clip.server";
import { startUpload } from "~/app/services/footage/start-upload.server";
import { createFootageScene, type FootageScene } from "~/app/services/footage/testing/footage-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { waitingJobs } from "~/db/testing/waiting-jobs";
import { type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AccountId, ClipId, UploadId } from "~/domain/ids";
import type { FaultHook } from "~/storage/embedded/fault";
import { startTemporaryS3 } from "~/storage/embedded/temporary-s3";
import { rawKey } from "~/storage/keys";
import { S3Store } from "~/storage/s3-store";
import { createUploadStore, type UploadStore } from "~/storage/upload-store";

type Officer = Actor & { readonly accountId: AccountId };

const MIB = 1024 * 1024;

let database: TestDatabase;
let s3: Awaited<ReturnType<typeof startTemporaryS3>>;
let store: S3Store;
let uploads: UploadStore;
let server: Server;
let origin: string;
let scene: FootageScene;
let lines: string[];
let faults: FaultHook = () => undefined;
let owner: Officer;
let colleague: Officer;
let analyst: Actor & { readonly accountId: AccountId };
let clipId: ClipId;
let cookies: Map<Actor, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  s3 = await startTemporaryS3((request) => faults(request));
  store = new S3Store(s3.config);
  await store.ensureBucket();
  uploads = createUploadStore(s3.config);
  scene = createFootageScene(database, store);
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const door = createFrontDoor({
    publicUrl: new URL(origin),
    services: scene.contextOf(PUBLIC_ACTOR),
    limiter: undefined as never,
    log: createLog((line) => lines.push(line)),
  });
  const site = createSite({
    door,
    mounts: [createUploadMount(door, uploads)],
    assets: (_request, _response, next) => next(),
    pages: (_request, response) => void response.sendStatus(404),
    trustedProxy: null,
    isDevelopment: false,
  });
  server.on("request", site);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await Promise.all([uploads.close(), store.close()]);
  await s3.close();
  await database.close();
});
beforeEach(async () => {
  lines = [];
  faults = () => undefined;
  owner = await scene.officer("NE");
  colleague = await scene.officer("NE");
  analyst = { ...(await scene.officer("NE")), audience: "mopac", bcuCode: null };
  await database.withOwner((trx) =>
    trx
      .updateTable("account")
      .set({ kind: "mopac_analyst", bcu_code: null })
      .where("id", "=", analyst.accountId)
      .execute(),
  );
  cookies = new Map();
  for (const person of [owner, colleague, analyst]) {
    const id = await database.withActor(PUBLIC_ACTOR, (trx) =>
      openLuciaStore(trx).create(person.accountId as AccountId, { ipPrefix: "", deviceClass: "" }),
    );
    cookies.set(person, `sid=${id}`);
  }
  const registered = await registerClip(scene.contextOf(owner), await scene.encounter());
  if (!registered.ok) throw new Error(registered.refusal);
  clipId = registered.value;
});

async function started(declaredBytes: number): Promise<UploadId> {
  const outcome = await startUpload(scene.contextOf(owner), { clipId, declaredBytes, resumed: null });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

interface Ask {
  readonly as?: Actor | null;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
}

/** One request of a tus client on our own pages. */
function ask(method: string, path: string, { as = owner, body, headers = {} }: Ask = {}): Promise<Response> {
  const cookie = as === null ? {} : { cookie: cookies.get(as) ?? "" };
  return fetch(`${origin}/uploads/${path}`, {
    method,
    headers: { origin, "tus-resumable": "1.0.0", ...cookie, ...headers },
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
}

const create = (uploadId: UploadId, bytes: number, rest: Ask = {}) =>
  ask("POST", uploadId, { ...rest, headers: { "upload-length": `${bytes}`, ...rest.headers } });

const send = (uploadId: UploadId, offset: number, bytes: Buffer<ArrayBuffer>, rest: Ask = {}) =>
  ask("PATCH", uploadId, {
    ...rest,
    headers: {
      "upload-offset": `${offset}`,
      "content-type": "application/offset+octet-stream",
      ...rest.headers,
    },
    body: bytes,
  });

async function stored(uploadId: UploadId): Promise<Buffer | null> {
  const opened = await store.open(rawKey(uploadId));
  return opened === null ? null : buffer(opened.body);
}

describe("an upload", () => {
  test("arrives whole, byte for byte, and is handed to the worker once", async () => {
    const file = randomBytes(9 * MIB + 17);
    const uploadId = await started(file.length);

    const created = await create(uploadId, file.length);
    const first = await send(uploadId, 0, file.subarray(0, 5 * MIB + 1));
    const last = await send(uploadId, 5 * MIB + 1, file.subarray(5 * MIB + 1));

    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(`/uploads/${uploadId}`);
    expect([first.status, first.headers.get("upload-offset")]).toEqual([204, `${5 * MIB + 1}`]);
    expect([last.status, last.headers.get("upload-offset")]).toEqual([204, `${file.length}`]);
    expect((await stored(uploadId))?.equals(file)).toBe(true);
    expect((await scene.clip(clipId)).media_state).toBe("received");
    expect((await scene.upload(uploadId)).state).toBe("received");
    expect(await scene.auditOf(uploadId)).toEqual(["UPLOAD_STARTED done", "UPLOAD_FINISHED done"]);
    expect(await database.withOwner((trx) => waitingJobs(trx, clipId))).toEqual(["transcode-clip"]);
  });

  test("goes on after the connection was cut, with what had come by then", async () => {
    const file = randomBytes(20 * MIB);
    const uploadId = await started(file.length);
    await create(uploadId, file.length);
    const partSeen = new Promise<void>((resolve) => {
      faults = ({ operation }) => {
        if (operation === "UploadPart") resolve();
        return undefined;
      };
    });
    const request = openRequest(`${origin}/uploads/${uploadId}`, {
      method: "PATCH",
      headers: {
        origin,
        cookie: cookies.get(owner),
        "tus-resumable": "1.0.0",
        "upload-offset": 0,
        "content-type": "application/offset+octet-stream",
        "content-length": file.length,
      },
    });
    request.on("error", () => {});
    request.write(file.subarray(0, 12 * MIB));
    await partSeen;
    request.destroy();

    const offset = Number((await ask("HEAD", uploadId)).headers.get("upload-offset"));
    const rest = await send(uploadId, offset, file.subarray(offset));

    expect(offset).toBeGreaterThanOrEqual(8 * MIB);
    expect(offset).toBeLessThanOrEqual(12 * MIB);
    expect(rest.status).toBe(204);
    expect((await stored(uploadId))?.equals(file)).toBe(true);
    expect(lines.filter((line) => line.includes('"failure"'))).toEqual([]);
  });

  test("that is whole though nobody noticed is found by the request that resumes it", async () => {
    const uploadId = await started(5);
    await store.put(rawKey(uploadId), Buffer.from("whole"), { contentType: "video/mp4" });

    const head = await ask("HEAD", uploadId);

    expect([head.status, head.headers.get("upload-offset"), head.headers.get("upload-length")]).toEqual([
      200,
      "5",
      "5",
    ]);
    expect((await scene.upload(uploadId)).state).toBe("received");
  });

  test("that arrived still says so when the worker has taken its bytes away", async () => {
    const uploadId = await started(3);
    await create(uploadId, 3);
    await send(uploadId, 0, Buffer.from("abc"));
    await uploads.discard(uploadId);

    expect((await ask("HEAD", uploadId)).headers.get("upload-offset")).toBe("3");
    expect((await send(uploadId, 0, Buffer.from("abc"))).status).toBe(409);
    expect((await ask("DELETE", uploadId)).status).toBe(409);
  });

  test("created twice keeps what has come in between", async () => {
    const uploadId = await started(6);
    await create(uploadId, 6);
    await send(uploadId, 0, Buffer.from("abc"));

    const again = await create(uploadId, 6);

    expect([again.status, again.headers.get("location")]).toEqual([201, `/uploads/${uploadId}`]);
    expect((await ask("HEAD", uploadId)).headers.get("upload-offset")).toBe("3");
  });

  test("sent from the wrong place is refused, and the right place is told", async () => {
    const uploadId = await started(6);
    await create(uploadId, 6);

    expect((await send(uploadId, 3, Buffer.from("def"))).status).toBe(409);
    expect((await ask("HEAD", uploadId)).headers.get("upload-offset")).toBe("0");
  });

  test("can be given up by its owner, and then takes nothing more", async () => {
    const uploadId = await started(6);
    await create(uploadId, 6);
    await send(uploadId, 0, Buffer.from("abc"));

    expect((await ask("DELETE", uploadId)).status).toBe(204);
    expect((await send(uploadId, 3, Buffer.from("def"))).status).toBe(410);
    expect((await scene.upload(uploadId)).state).toBe("discarded");
    expect(await stored(uploadId)).toBeNull();
  });

  test("whose store is away fails without saying why, and the log knows", async () => {
    const uploadId = await started(6);
    faults = () => ({ kind: "refuse", status: 500 });

    const answer = await create(uploadId, 6);

    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/^500 [A-Z2-9]{4}-[A-Z2-9]{4}\n$/);
    expect(lines.some((line) => line.includes('"failure"'))).toBe(true);
  });
});

describe("a length other than declared", () => {
  test.each([
    ["one byte longer", { "upload-length": "7" }],
    ["one byte shorter", { "upload-length": "5" }],
    ["none at all", {}],
    ["a deferred one", { "upload-defer-length": "1" }],
    ["the right one together with a deferred one", { "upload-length": "6", "upload-defer-length": "1" }],
    ["the same in another spelling", { "upload-length": "06" }],
  ])("is refused: %s", async (_, headers: Record<string, string>) => {
    const uploadId = await started(6);

    expect((await ask("POST", uploadId, { headers })).status).toBe(400);
    expect(await scene.auditOf(uploadId)).toContain("UPLOAD_REFUSED refused");
  });

  test("is refused in the bytes themselves", async () => {
    const uploadId = await started(6);
    await create(uploadId, 6);

    expect((await send(uploadId, 0, Buffer.from("too many bytes"))).status).toBe(413);
    expect((await scene.upload(uploadId)).state).toBe("created");
  });
});

describe("what a client says about its file", () => {
  test("is forgotten, and never handed back", async () => {
    const uploadId = await started(3);
    const metadata = `filename ${Buffer.from("PC 1234 body cam.mp4").toString("base64")},contentType dGV4dC9odG1s`;
    await create(uploadId, 3, { headers: { "upload-metadata": metadata } });

    const head = await ask("HEAD", uploadId);
    await send(uploadId, 0, Buffer.from("abc"));

    expect(head.headers.get("upload-metadata")).toBeNull();
    const opened = await store.open(rawKey(uploadId));
    expect(opened?.contentType).not.toContain("html");
  });
});

describe("another person's upload", () => {
  const whole = { "upload-length": "6" };
  const patch = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };

  test.each<[string, Record<string, string>, string | undefined]>([
    ["POST", whole, undefined],
    ["HEAD", {}, undefined],
    ["PATCH", patch, "abcdef"],
    ["DELETE", {}, undefined],
  ])("is not there for a colleague's %s, which is written down", async (method, headers, body) => {
    const uploadId = await started(6);
    await create(uploadId, 6);

    const answer = await ask(method, uploadId, {
      as: colleague,
      headers,
      ...(body !== undefined && { body }),
    });

    expect(answer.status).toBe(404);
    expect(await scene.auditOf(uploadId)).toEqual(["UPLOAD_STARTED done", "UPLOAD_REFUSED denied"]);
    expect((await ask("HEAD", uploadId)).headers.get("upload-offset")).toBe("0");
  });

  test("is not there for somebody who is no liaison officer", async () => {
    const uploadId = await started(6);

    expect((await create(uploadId, 6, { as: analyst })).status).toBe(404);
    expect(await scene.auditOf(uploadId)).toContain("UPLOAD_REFUSED denied");
  });

  test("asks a stranger to sign in", async () => {
    const uploadId = await started(6);

    expect((await create(uploadId, 6, { as: null })).status).toBe(401);
    expect(await scene.auditOf(uploadId)).toContain("UPLOAD_REFUSED denied");
  });

  test.each([
    "00000000-0000-4000-8000-000000000000",
    "../../etc/passwd",
    "..%2F..%2Fetc%2Fpasswd",
    "raw%2Fsomething",
    "a.info",
    "",
  ])("has no address such as %j", async (path) => {
    expect((await ask("POST", path, { headers: whole })).status).toBe(404);
  });
});

describe("the mount", () => {
  test.each(["GET", "OPTIONS", "PUT"])("answers no %s", async (method) => {
    const uploadId = await started(3);
    await create(uploadId, 3);
    await send(uploadId, 0, Buffer.from("abc"));

    const answer = await ask(method, uploadId);

    expect(answer.status).toBe(405);
    expect(await answer.text()).not.toContain("abc");
  });

  test("opens itself to no other origin", async () => {
    const uploadId = await started(3);
    const answers = [
      await create(uploadId, 3),
      await ask("HEAD", uploadId),
      await send(uploadId, 0, Buffer.from("abc")),
    ];

    for (const answer of answers) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  test("takes nothing that was sent by a page of another origin", async () => {
    const uploadId = await started(3);

    const answer = await create(uploadId, 3, { headers: { origin: "https://elsewhere.example" } });

    expect(answer.status).toBe(403);
    expect((await ask("HEAD", uploadId)).status).toBe(404);
  });

  test("names no host in the address of an upload", async () => {
    const uploadId = await started(3);

    const answer = await create(uploadId, 3, { headers: { "x-forwarded-host": "elsewhere.example" } });

    expect(answer.headers.get("location")).toBe(`/uploads/${uploadId}`);
  });
});

describe("a plain form", () => {
  function fill(bytes: Buffer<ArrayBuffer>): FormData {
    const form = new FormData();
    form.set("file", new Blob([bytes], { type: "video/mp4" }), "PC 1234 body cam.mp4");
    return form;
  }

  async function submit(form: FormData, rest: Ask = {}): Promise<Response> {
    // What a browser sends has a length, which fetch leaves out for a form.
    const encoded = new Response(form);
    const body = await encoded.arrayBuffer();
    const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
    return ask("POST", `clips/${clipId}`, { ...rest, headers, body });
  }

  test("brings a file of several parts, byte for byte, and goes on to the clip", async () => {
    const file = randomBytes(17 * MIB + 3);

    const answer = await submit(fill(file));

    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/clips/${clipId}`]);
    const upload = await database.withOwner((trx) =>
      trx.selectFrom("upload").selectAll().where("clip_id", "=", clipId).executeTakeFirstOrThrow(),
    );
    expect(Number(upload.declared_bytes)).toBe(file.length);
    expect(upload.state).toBe("received");
    expect((await stored(upload.id as UploadId))?.equals(file)).toBe(true);
    expect((await scene.clip(clipId)).media_state).toBe("received");
  });

  test("without a byte in its file is sent back", async () => {
    const answer = await submit(fill(Buffer.alloc(0)));

    expect(answer.headers.get("location")).toBe(`/clips/${clipId}/upload?problem=empty-file`);
  });

  test("for a colleague's clip is sent back", async () => {
    const answer = await submit(fill(Buffer.from("abc")), { as: colleague });

    expect(answer.headers.get("location")).toBe(`/clips/${clipId}/upload?problem=not-the-uploader`);
    expect((await scene.clip(clipId)).media_state).toBe("awaiting_upload");
  });

  test("with more in it than a file is sent back, and nothing of it stays", async () => {
    const form = fill(Buffer.from("abc"));
    form.set("second", "field");

    const answer = await submit(form);

    expect(answer.headers.get("location")).toBe(`/clips/${clipId}/upload?problem=broken-off`);
    const left: string[] = [];
    for await (const { key } of store.list("raw/")) left.push(key);
    const upload = await database.withOwner((trx) =>
      trx.selectFrom("upload").selectAll().where("clip_id", "=", clipId).executeTakeFirstOrThrow(),
    );
    expect(upload.state).toBe("discarded");
    expect(left.filter((key) => key.includes(upload.id))).toEqual([]);
  });

  test.each(["multipart/form-data", "multipart/form-data; boundary=nowhere"])(
    "that is none (%s) is sent back",
    async (type) => {
      const answer = await ask("POST", `clips/${clipId}`, {
        headers: { "content-type": type },
        body: "neither a head nor a file",
      });

      expect(answer.headers.get("location")).toBe(`/clips/${clipId}/upload?problem=broken-off`);
    },
  );

  test("of a stranger asks to sign in", async () => {
    expect((await submit(fill(Buffer.from("abc")), { as: null })).status).toBe(401);
  });
});
