import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, createServer, type IncomingMessage, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLuciaStore } from "~/app/auth/lucia.server";
import { createFrontDoor } from "~/app/http/front-door.server";
import { createLog } from "~/app/http/log.server";
import { createMediaMounts, type MediaOptions } from "~/app/http/media-mount.server";
import { createSite } from "~/app/http/site.server";
import { createLocalKeyRing } from "~/app/services/key-ring.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AccountId, ClipId, RenditionId, SessionId } from "~/domain/ids";
import { aReleasedClip } from "~/seeds/factories/clips";
import { createDice } from "~/seeds/factories/dice";
import { aLiaison, aPanel, type Member, type Panel, type Person } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";
import { type EmbeddedS3, startEmbeddedS3 } from "~/storage/embedded/start-embedded-s3";
import { KEY_NAME, PLAYLIST_NAME, POSTER_NAME, renditionPrefix, segmentName } from "~/storage/keys";
import type { ObjectStore } from "~/storage/object-store";
import { S3Store } from "~/storage/s3-store";

const CREDENTIALS = { accessKeyId: "media", secretAccessKey: "media-secret" };
const SEGMENT_SECONDS = 6;
const CLEAR_SEGMENTS = Array.from({ length: 3 }, () => randomBytes(400_000));
// More than all the buffers between store and reader hold, so that a reader who stops reading stops the store.
const LARGE_SEGMENT = 3;
const LARGE_BYTES = 24_000_000;
const PLAYLIST = `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="key",IV=0x${"0".repeat(32)}\n`;
const POSTER = randomBytes(20_000);
const FILES = [PLAYLIST_NAME, KEY_NAME, segmentName(0), POSTER_NAME];

const dice = createDice(11);
const keyRing = createLocalKeyRing(randomBytes(32), "m1");
const renditionId = crypto.randomUUID() as RenditionId;
const content = keyRing.createKey(renditionId);

let database: TestDatabase;
let folder: string;
let s3: EmbeddedS3;
let s3Store: S3Store;
let s3Keys: string[];
let openBodies: number;
let onBodyClosed: () => void;
let reported: string[];

let panel: Panel;
let otherPanel: Panel;
let seated: Member;
let unseated: Member;
let officer: Person;
let stranger: Person;
let clipId: ClipId;
let sessionId: SessionId;

let agent: Agent;
let server: Server;
let monotonicMs: number;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "media-"));
  s3 = await startEmbeddedS3({
    ...CREDENTIALS,
    directory: folder,
    port: 0,
    faults: ({ key }) => {
      if (key !== null) s3Keys.push(key);
      return undefined;
    },
  });
  s3Keys = [];
  s3Store = new S3Store({
    endpoint: s3.endpoint,
    region: "eu-west-2",
    bucket: "sightline",
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  await s3Store.ensureBucket();
  await database.withOwner(async (trx) => {
    panel = await aPanel(trx);
    otherPanel = await aPanel(trx);
    [, seated, unseated] = panel.members as [Member, Member, Member];
    officer = await aLiaison(trx);
    stranger = await aLiaison(trx, { bcuCode: "CE" });
    const releasedBy = await aLiaison(trx);
    const where = { bcuCode: panel.bcuCode, boroughGss: "E09000025" };
    clipId = await aReleasedClip(trx, {
      dice,
      ...where,
      uploadedBy: officer,
      releasedBy,
      releasedAt: new Date(),
    });
    await trx
      .insertInto("rendition")
      .values({
        id: renditionId,
        clip_id: clipId,
        generation: 1,
        width: 1280,
        height: 720,
        duration_ms: 4 * SEGMENT_SECONDS * 1000,
        segment_count: 5,
        has_audio: true,
        total_bytes: 3 * 400_000 + LARGE_BYTES,
        source_sha256: Buffer.alloc(32),
        object_prefix: renditionPrefix(clipId, 1),
      })
      .execute();
    const { masterKeyId, wrapped } = content.wrapped;
    await trx
      .insertInto("rendition_key")
      .values({ rendition_id: renditionId, master_key_id: masterKeyId, wrapped: Buffer.from(wrapped) })
      .execute();
    sessionId = await aSession(trx, { panel, clips: [clipId], seated: [seated] });
  });
  await storeRendition();
});
afterAll(async () => {
  await s3Store.close();
  await s3.close();
  await rm(folder, { recursive: true });
  await database.close();
});

beforeEach(async () => {
  s3Keys = [];
  openBodies = 0;
  onBodyClosed = () => undefined;
  reported = [];
  monotonicMs = 0;
  agent = new Agent({ keepAlive: true, maxSockets: 200 });
  await openPortal();
  await database.withOwner(async (trx) => {
    await trx.updateTable("clip").set({ pulled_at: null, media_state: "prepared", failure: null }).execute();
    await trx.updateTable("account").set({ disabled_at: null }).execute();
    await trx.updateTable("booking").set({ state: "accepted" }).execute();
  });
  await windowFrom("-10 minutes", "2 hours");
});
afterEach(async () => {
  agent.destroy();
  await closePortal();
});

async function storeRendition(): Promise<void> {
  const prefix = renditionPrefix(clipId, 1);
  const put = (name: string, bytes: Uint8Array) =>
    s3Store.put(`${prefix}${name}`, bytes, { contentType: "application/octet-stream" });
  await put(PLAYLIST_NAME, Buffer.from(PLAYLIST));
  await put(POSTER_NAME, POSTER);
  for (const [index, segment] of CLEAR_SEGMENTS.entries()) {
    const cipher = createCipheriv("aes-128-cbc", content.key, Buffer.alloc(16));
    await put(segmentName(index), Buffer.concat([cipher.update(segment), cipher.final()]));
  }
  await put(segmentName(LARGE_SEGMENT), Buffer.alloc(LARGE_BYTES, 7));
}

/** The store as it is, but for a count of the bodies that are open. */
function countingStore(): ObjectStore {
  return {
    put: s3Store.put.bind(s3Store),
    size: s3Store.size.bind(s3Store),
    delete: s3Store.delete.bind(s3Store),
    list: s3Store.list.bind(s3Store),
    async open(key, options) {
      const opened = await s3Store.open(key, options);
      if (opened === null) return null;
      openBodies += 1;
      opened.body.once("close", () => {
        openBodies -= 1;
        onBodyClosed();
      });
      return opened;
    },
  };
}

async function openPortal(options: MediaOptions = {}): Promise<void> {
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const door = createFrontDoor({
    publicUrl: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    services: {
      withActor: database.withActor,
      store: countingStore(),
      keyRing,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    },
    limiter: undefined as never,
    log: createLog((line) => {
      if (line.includes('"failure"')) reported.push(line);
    }),
  });
  const site = createSite({
    door,
    mounts: createMediaMounts(door, { monotonic: () => monotonicMs, ...options }),
    assets: (_request, _response, next) => next(),
    pages: (_request, response) => void response.status(404).type("text/plain").send("404\n"),
    trustedProxy: null,
    isDevelopment: false,
  });
  server.on("request", site);
}

async function closePortal(): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

async function reopenPortal(options: MediaOptions): Promise<void> {
  await closePortal();
  await openPortal(options);
}

async function signIn({ accountId }: { readonly accountId: AccountId }): Promise<string> {
  const id = await database.withActor(PUBLIC_ACTOR, (trx) =>
    openLuciaStore(trx).create(accountId, { ipPrefix: "", deviceClass: "" }),
  );
  return `sid=${id}`;
}

interface Ask {
  readonly cookie?: string | null;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

function ask(path: string, { cookie = null, headers = {}, method = "GET" }: Ask): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const all = { ...headers, ...(cookie !== null && { cookie }) };
    send({ host: "127.0.0.1", port, path, method, agent, headers: all }, resolve).on("error", reject).end();
  });
}

async function get(path: string, options: Ask = {}) {
  const response = await ask(path, options);
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

const inSession = (file: string) => `/media/sessions/${sessionId}/clips/${clipId}/${file}`;
const inPreview = (file: string) => `/media/clips/${clipId}/${file}`;

const windowFrom = (startsIn: string, endsIn: string) =>
  database.withOwner((trx) =>
    sql`update session set starts_at = now() + ${startsIn}::interval, ends_at = now() + ${endsIn}::interval
      where id = ${sessionId}`.execute(trx),
  );

async function entries() {
  const rows = await database.withOwner((trx) =>
    trx.selectFrom("audit_event").selectAll().orderBy("seq").execute(),
  );
  return rows.map((row) => ({
    event: row.event,
    outcome: row.outcome,
    actor: row.actor,
    clip: row.object_id,
    session: row.session_id,
    detail: row.detail,
  }));
}
async function newEntries(run: () => Promise<unknown>) {
  const before = (await entries()).length;
  await run();
  return (await entries()).slice(before);
}

const bodiesAllClosed = () =>
  new Promise<void>((resolve) => {
    onBodyClosed = () => {
      if (openBodies === 0) resolve();
    };
    onBodyClosed();
  });

describe("a seated member inside the window", () => {
  let cookie: string;
  beforeEach(async () => {
    cookie = await signIn(seated);
  });

  test("gets the playlist, the key that opens the segments, the segments and the poster", async () => {
    const playlist = await get(inSession(PLAYLIST_NAME), { cookie });
    const key = await get(inSession(KEY_NAME), { cookie });
    const segment = await get(inSession(segmentName(1)), { cookie });
    const poster = await get(inSession(POSTER_NAME), { cookie });

    expect(playlist.body.toString()).toBe(PLAYLIST);
    expect(key.body.equals(Buffer.from(content.key))).toBe(true);
    const decipher = createDecipheriv("aes-128-cbc", key.body, Buffer.alloc(16));
    const clear = Buffer.concat([decipher.update(segment.body), decipher.final()]);
    expect(clear.equals(CLEAR_SEGMENTS[1] ?? Buffer.alloc(0))).toBe(true);
    expect(poster.body.equals(POSTER)).toBe(true);
    expect([playlist, key, segment, poster].map(({ headers }) => headers["content-type"])).toEqual([
      "application/vnd.apple.mpegurl",
      "application/octet-stream",
      "video/mp2t",
      "image/jpeg",
    ]);
  });

  test.each(FILES)("finds %s kept by nobody, sniffed by nobody and embedded by nobody else", async (file) => {
    const { headers, status } = await get(inSession(file), { cookie });

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers).not.toHaveProperty("etag");
  });

  test.each(FILES)("learns the size of %s by HEAD, without its bytes", async (file) => {
    const whole = await get(inSession(file), { cookie });
    const head = await get(inSession(file), { cookie, method: "HEAD" });

    expect(head.status).toBe(200);
    expect(head.body.byteLength).toBe(0);
    expect(head.headers["content-length"]).toBe(whole.headers["content-length"]);
    expect(Number(head.headers["content-length"])).toBe(whole.body.byteLength);
  });

  test.each([
    ["bytes=0-0", 0, 1],
    ["bytes=1000-1999", 1_000, 2_000],
    ["bytes=399000-", 399_000, 400_016],
    ["bytes=399000-9999999", 399_000, 400_016],
    ["bytes=-16", 400_000, 400_016],
    ["bytes=-9999999", 0, 400_016],
  ])("gets the stretch %s and nothing else", async (range, from, to) => {
    const whole = await get(inSession(segmentName(0)), { cookie });

    const part = await get(inSession(segmentName(0)), { cookie, headers: { range } });

    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes ${from}-${to - 1}/400016`);
    expect(part.body.equals(whole.body.subarray(from, to))).toBe(true);
  });

  test.each([
    ["bytes=400016-", "bytes */400016"],
    ["bytes=0-1,4-5", undefined],
    [`bytes=${Array.from({ length: 900 }, (_, index) => `${index}-`).join(",")}`, undefined],
    ["bytes=5-1", undefined],
  ])("gets nothing but 416 for range number %#", async (range, contentRange) => {
    const refusal = await get(inSession(segmentName(0)), { cookie, headers: { range } });

    expect(refusal.status).toBe(416);
    expect(refusal.headers["content-range"]).toBe(contentRange);
    expect(refusal.body.byteLength).toBe(0);
  });

  test("leaves one entry for the playlist, for the key and for the poster each time, and one for segments every two seconds", async () => {
    const left = await newEntries(async () => {
      for (const file of [PLAYLIST_NAME, KEY_NAME, POSTER_NAME, PLAYLIST_NAME]) {
        await get(inSession(file), { cookie });
      }
      for (const index of [0, 1, 2]) await get(inSession(segmentName(index)), { cookie });
      monotonicMs += 2_000;
      await get(inSession(segmentName(0)), { cookie });
    });

    const by = { outcome: "done", actor: seated.accountId, clip: clipId, session: sessionId };
    expect(left).toEqual([
      { ...by, event: "FOOTAGE_OPENED", detail: { file: PLAYLIST_NAME } },
      { ...by, event: "FOOTAGE_KEY_FETCHED", detail: { file: KEY_NAME } },
      { ...by, event: "FOOTAGE_POSTER_VIEWED", detail: { file: POSTER_NAME } },
      { ...by, event: "FOOTAGE_OPENED", detail: { file: PLAYLIST_NAME } },
      { ...by, event: "FOOTAGE_PLAYED", detail: { file: segmentName(0) } },
      { ...by, event: "FOOTAGE_PLAYED", detail: { file: segmentName(0) } },
    ]);
  });

  test.each([
    ["the window ends", () => windowFrom("-1 hour", "0")],
    [
      "the clip is pulled",
      () =>
        database.withOwner((trx) =>
          trx.updateTable("clip").set({ pulled_at: new Date() }).where("id", "=", clipId).execute(),
        ),
    ],
    [
      "the account is disabled",
      () =>
        database.withOwner((trx) =>
          trx
            .updateTable("account")
            .set({ disabled_at: new Date() })
            .where("id", "=", seated.accountId)
            .execute(),
        ),
    ],
  ])("who is playing when %s gets no key at once and no segment two seconds later", async (_what, end) => {
    expect((await get(inSession(segmentName(0)), { cookie })).status).toBe(200);

    await end();

    expect((await get(inSession(KEY_NAME), { cookie })).status).toBe(404);
    expect((await get(inSession(PLAYLIST_NAME), { cookie })).status).toBe(404);
    monotonicMs += 2_000;
    expect((await get(inSession(segmentName(1)), { cookie })).status).toBe(404);
  });

  test("gets a segment that is under way cut off when the window ends", async () => {
    await reopenPortal({ keepMs: 100, monotonic: () => performance.now() });
    const response = await ask(inSession(segmentName(LARGE_SEGMENT)), { cookie });
    await once(response, "readable");

    await windowFrom("-1 hour", "0");

    await bodiesAllClosed();
    await expect(buffer(response)).rejects.toThrow("aborted");
    expect(reported).toEqual([]);
  });

  test("gets a slow segment whole while the window stays open", async () => {
    await reopenPortal({ keepMs: 20, monotonic: () => performance.now() });
    const response = await ask(inSession(segmentName(LARGE_SEGMENT)), { cookie });
    await once(response, "readable");

    const before = (await entries()).length;
    while ((await entries()).length < before + 3);

    expect((await buffer(response)).byteLength).toBe(LARGE_BYTES);
  });

  test("gets the 404 of what is not there for a segment beyond the last, and for one that the store has lost", async () => {
    const beyond = await get(inSession(segmentName(5)), { cookie });
    expect(reported).toEqual([]);

    const lost = await get(inSession(segmentName(4)), { cookie });

    expect([beyond.status, lost.status]).toEqual([404, 404]);
    expect(beyond.body.equals(lost.body)).toBe(true);
    expect(reported).toHaveLength(1);
  });
});

describe("nobody else", () => {
  const refusedAlike = async (cookie: string | null, address = inSession) => {
    const nothing = await get("/media/clips/nothing", {});
    for (const file of FILES) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await get(address(file), { cookie, method });
        expect([file, answer.status]).toEqual([file, 404]);
        if (method === "GET") expect(answer.body.equals(nothing.body)).toBe(true);
        expect(answer.headers["cache-control"]).toContain("no-store");
      }
    }
    expect(s3Keys).toEqual([]);
  };

  test.each<[string, () => { accountId: AccountId }]>([
    ["without a seat", () => unseated],
    ["of another panel", () => otherPanel.chair],
  ])("who is a member %s, gets any of it", async (_who, member) => {
    await refusedAlike(await signIn(member()));
  });

  test("who has declined gets any of it", async () => {
    const cookie = await signIn(seated);
    await database.withOwner((trx) => trx.updateTable("booking").set({ state: "declined" }).execute());

    await refusedAlike(cookie);
  });

  test.each([
    ["before the window", "1 second", "1 hour"],
    ["at its end", "-1 hour", "0"],
    ["after it", "-2 hours", "-1 hour"],
  ])("who has a seat, asking %s, gets any of it", async (_when, startsIn, endsIn) => {
    const cookie = await signIn(seated);
    await windowFrom(startsIn, endsIn);

    await refusedAlike(cookie);
  });

  test("who has a seat gets a clip that was pulled", async () => {
    const cookie = await signIn(seated);
    await database.withOwner((trx) => trx.updateTable("clip").set({ pulled_at: new Date() }).execute());

    await refusedAlike(cookie);
  });

  test("whose account is disabled gets any of it", async () => {
    const cookie = await signIn(seated);
    await database.withOwner((trx) => trx.updateTable("account").set({ disabled_at: new Date() }).execute());

    await refusedAlike(cookie);
  });

  test.each<[string, () => Person]>([
    ["of the clip's own command unit", () => officer],
    ["of another", () => stranger],
  ])("who is an officer %s gets any of it as a member would", async (_which, who) => {
    await refusedAlike(await signIn(who()));
  });

  test("who is not signed in, or bears a cookie that is not ours, gets any of it", async () => {
    await refusedAlike(null);
    await refusedAlike(`sid=${"a".repeat(40)}`);
    await refusedAlike("sid=nonsense");
  });

  test("gets a preview but officers of the clip's own command unit", async () => {
    await refusedAlike(await signIn(stranger), inPreview);
    await refusedAlike(await signIn(seated), inPreview);
    await refusedAlike(null, inPreview);
  });

  test("goes unnoticed: each refusal leaves an entry with who asked for what", async () => {
    const cookie = await signIn(unseated);

    const left = await newEntries(async () => {
      await get(inSession(KEY_NAME), { cookie });
      await get(inSession(segmentName(0)), { cookie });
      await get(inSession("nonsense"), { cookie });
      await get(inSession(KEY_NAME));
    });

    const refusal = { event: "FOOTAGE_REFUSED", outcome: "denied", clip: clipId, session: sessionId };
    expect(left).toEqual([
      { ...refusal, actor: unseated.accountId, detail: { file: KEY_NAME } },
      { ...refusal, actor: unseated.accountId, detail: { file: segmentName(0) } },
      { ...refusal, actor: unseated.accountId, clip: null, session: null, detail: {} },
      { ...refusal, actor: null, detail: { file: KEY_NAME } },
    ]);
  });
});

describe("an officer of the clip's own command unit", () => {
  test("previews every file, and each leaves an entry", async () => {
    const cookie = await signIn(officer);

    const left = await newEntries(async () => {
      for (const file of FILES) expect((await get(inPreview(file), { cookie })).status).toBe(200);
    });

    expect(left.map(({ detail, event, session }) => ({ detail, event, session }))).toEqual(
      FILES.map((file) => ({ event: "FOOTAGE_PREVIEWED", session: null, detail: { file } })),
    );
  });

  test("does not preview what failed", async () => {
    const cookie = await signIn(officer);
    await database.withOwner((trx) =>
      trx.updateTable("clip").set({ media_state: "failed", failure: "not-a-video" }).execute(),
    );

    for (const file of FILES) expect((await get(inPreview(file), { cookie })).status).toBe(404);
  });
});

describe("addresses", () => {
  const base = () => `/media/sessions/${sessionId}/clips/${clipId}`;
  test.each<[string, () => string]>([
    ["steps up", () => `${base()}/../${clipId}/key`],
    ["steps up, encoded", () => `${base()}/%2e%2e/key`],
    ["steps up, encoded twice", () => `${base()}/%252e%252e/key`],
    ["steps up with an encoded slash", () => `${base()}/..%2f..%2fkey`],
    ["steps up with backslashes", () => `${base()}/..\\..\\key`],
    ["holds a null byte", () => `${base()}/key%00.ts`],
    ["encodes its slash", () => `${base()}%2Fkey`],
    ["doubles a slash", () => `${base()}//key`],
    ["begins with two slashes", () => `/${base()}/key`],
    ["shouts its prefix", () => `${base().replace("/media/sessions", "/MEDIA/SESSIONS")}/key`],
    ["shouts its file", () => `${base()}/KEY`],
    ["shouts its ids", () => `/media/sessions/${sessionId.toUpperCase()}/clips/${clipId}/key`],
    ["ends in a dot", () => `${base()}/key.`],
    ["ends in a slash", () => `${base()}/key/`],
    ["ends in a blank", () => `${base()}/key%20`],
    ["asks for data", () => `${base()}/key.data`],
    ["asks for the data of a route", () => `${base()}/key.data?_routes=root`],
    ["carries a query", () => `${base()}/key?key`],
    ["carries a parameter", () => `${base()}/key;jsessionid=1`],
    ["names a file of the house", () => `${base()}/..%2f..%2f..%2f..%2fetc%2fpasswd`],
    ["names the raw upload", () => `/media/clips/raw/${clipId}`],
    ["names no clip", () => `/media/sessions/${sessionId}/clips//key`],
    ["names a folder", () => `${base()}/`],
    ["does not decode", () => `${base()}/%E0%A4%A`],
    ["spells letters of another width", () => `${base()}/%EF%BD%8Bey`],
    ["is long", () => `${base()}/${"a".repeat(6_000)}`],
  ])("one that %s opens nothing", async (_what, address) => {
    const cookie = await signIn(seated);

    const { body, status } = await get(address(), { cookie });

    expect([400, 404]).toContain(status);
    expect(body.includes(Buffer.from(content.key))).toBe(false);
    expect(s3Keys).toEqual([]);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])(
    "are not there for %s",
    async (method) => {
      const { status } = await get(inSession(KEY_NAME), { cookie: await signIn(seated), method });

      expect([403, 405]).toContain(status);
      expect(s3Keys).toEqual([]);
    },
  );
});

describe("limits", () => {
  test("a person has twelve transfers at once, and the thirteenth is told to wait", async () => {
    const cookie = await signIn(seated);
    const open = await Promise.all(
      Array.from({ length: 12 }, () => ask(inSession(segmentName(LARGE_SEGMENT)), { cookie })),
    );

    const thirteenth = await get(inSession(segmentName(0)), { cookie });
    const another = await get(inPreview(segmentName(0)), { cookie: await signIn(officer) });

    expect(open.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 12 }, () => 200));
    expect(thirteenth).toMatchObject({ status: 429, headers: { "retry-after": "1" } });
    expect(another.status).toBe(200);
    for (const response of open) response.destroy();
    await bodiesAllClosed();
    expect((await get(inSession(segmentName(0)), { cookie })).status).toBe(200);
  });

  test("no connection to the database is held while bytes flow", async () => {
    const cookie = await signIn(seated);
    const open = await Promise.all(
      Array.from({ length: 12 }, () => ask(inSession(segmentName(LARGE_SEGMENT)), { cookie })),
    );

    const held = await database.withOwner((trx) =>
      sql`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and state <> 'idle'`.execute(trx),
    );

    expect(openBodies).toBe(12);
    expect(held.rows).toEqual([]);
    for (const response of open) response.destroy();
    await bodiesAllClosed();
  });

  test("who pulls far faster than anybody watches is told to wait, and one entry a minute says so (T08)", async () => {
    await reopenPortal({
      pace: { startSeconds: 4 * SEGMENT_SECONDS, speed: 2 },
      monotonic: () => monotonicMs,
    });
    const cookie = await signIn(seated);
    const statuses: (number | undefined)[] = [];

    const left = await newEntries(async () => {
      for (const index of [LARGE_SEGMENT, 0, LARGE_SEGMENT, 0, 1]) {
        const { status } = await get(inSession(segmentName(index)), { cookie });
        statuses.push(status);
      }
    });

    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(left.filter(({ outcome }) => outcome === "refused")).toEqual([
      {
        event: "FOOTAGE_REFUSED",
        outcome: "refused",
        actor: seated.accountId,
        clip: clipId,
        session: sessionId,
        detail: { reason: "pace" },
      },
    ]);
  });
});

describe("a reader who leaves", () => {
  test("ends what is drawn from the store", async () => {
    const response = await ask(inSession(segmentName(LARGE_SEGMENT)), { cookie: await signIn(seated) });
    await once(response, "readable");
    expect(openBodies).toBe(1);

    response.destroy();

    await bodiesAllClosed();
    expect(openBodies).toBe(0);
    expect(reported).toEqual([]);
  });

  test("leaves nothing open, a hundred times over", async () => {
    const pace = { startSeconds: 36_000, speed: 2 };
    await reopenPortal({ mostAtOnce: 20, pace, monotonic: () => monotonicMs });
    const cookie = await signIn(seated);
    for (let round = 0; round < 5; round += 1) {
      const readers = await Promise.all(
        Array.from({ length: 20 }, () => ask(inSession(segmentName(LARGE_SEGMENT)), { cookie })),
      );
      expect(readers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 200));
      for (const reader of readers) reader.destroy();
      await bodiesAllClosed();
    }

    expect(openBodies).toBe(0);
    expect(reported).toEqual([]);
    expect((await get(inSession(segmentName(0)), { cookie })).status).toBe(200);
  });

  test("pays for nothing that was not sent", async () => {
    const pace = { startSeconds: 24 * SEGMENT_SECONDS, speed: 2 };
    await reopenPortal({ pace, monotonic: () => monotonicMs });
    const cookie = await signIn(seated);
    for (let jumps = 0; jumps < 12; jumps += 1) {
      const reader = await ask(inSession(segmentName(LARGE_SEGMENT)), { cookie });
      expect(reader.statusCode).toBe(200);
      reader.destroy();
      await bodiesAllClosed();
    }

    expect((await get(inSession(segmentName(0)), { cookie })).status).toBe(200);
  });
});
