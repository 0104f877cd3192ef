import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { SignedIn } from "~/app/auth/current-actor.server";
import { createSignInCookie } from "~/app/auth/sign-in-cookie.server";
import { idField } from "~/app/forms/id-field";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { type Facts, guard, guardAccess } from "~/app/http/guard.server";
import { guardMarkOf } from "~/app/http/guard-mark.server";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import type { Actor } from "~/domain/accounts/actor";
import { NotFound, NotPermitted, Stale } from "~/domain/errors";
import type { AccountId, ClipId, PanelId } from "~/domain/ids";

const OWN_PANEL = "3f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b" as PanelId;
const OTHER_PANEL = "4f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b" as PanelId;
const CLIP = "5f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b" as ClipId;
const ACCOUNT = "6f2c8a52-9d3e-4c5f-8a3b-0c9d1e2f3a4b" as AccountId;

const MEMBER: Actor = {
  accountId: ACCOUNT,
  audience: "panel",
  bcuCode: null,
  memberships: [
    { panelId: OWN_PANEL, panelMemberId: ACCOUNT as never, isChair: false, mayViewFootage: true },
  ],
};

const PanelParams = z.strictObject({ panelId: idField<PanelId>() });
const PanelClipParams = z.strictObject({ panelId: idField<PanelId>(), clipId: idField<ClipId>() });
const NoteForm = z.strictObject({ note: z.string().min(1, "Enter a note") });

let database: TestDatabase;
let reported: unknown[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  reported = [];
});

function aContext(actor: Actor | null): AppLoadContext {
  const signedIn: SignedIn | null = actor && {
    actor,
    authSessionIdHash: new Uint8Array(32),
    displayName: "Ada Example",
    kind: "panel_member",
    shortCode: "AE1",
  };
  const publicUrl = new URL("https://portal.example");
  return {
    cspNonce: "nonce",
    requestId: "request",
    services: {
      withActor: database.withActor,
      store: undefined as never,
      keyRing: undefined as never,
      now: () => new Date(),
      newId: () => CLIP,
    },
    signedIn: () => Promise.resolve(signedIn),
    access: {
      publicUrl,
      means: undefined as never,
      cookie: createSignInCookie(publicUrl),
      visitor: { address: "", origin: { ipPrefix: "", deviceClass: "" }, authSessionId: null },
    },
    reportError: (error) => {
      reported.push(error);
      return "REFE-RENC";
    },
  };
}

interface Visit {
  readonly actor?: Actor | null;
  readonly params?: Record<string, string>;
  readonly path?: string;
  readonly form?: Record<string, string>;
  readonly init?: RequestInit;
}

function args({ actor = MEMBER, form, init = {}, params = {}, path = "/page" }: Visit) {
  const posting = form === undefined ? init : { method: "POST", body: new URLSearchParams(form) };
  const request = new Request(new URL(path, "https://portal.example"), posting);
  return { context: aContext(actor), params, request };
}

async function thrownBy(
  run: Promise<unknown>,
): Promise<{ status: number; data: unknown; location: string | null }> {
  try {
    await run;
  } catch (thrown) {
    if (thrown instanceof Response) {
      return { status: thrown.status, data: null, location: thrown.headers.get("Location") };
    }
    const reply = thrown as ReturnType<typeof data>;
    return { status: reply.init?.status ?? 0, data: reply.data, location: null };
  }
  throw new Error("nothing was thrown");
}

const entries = () =>
  database.withOwner(async (trx) => {
    const rows = await trx.selectFrom("audit_event").selectAll().orderBy("seq").execute();
    return rows.map((row) => ({
      event: row.event,
      outcome: row.outcome,
      object: `${row.object_type}:${row.object_id}`,
      panel: row.panel_id,
      by: `${row.actor_role}:${row.actor}`,
    }));
  });
const newEntries = async (run: () => Promise<unknown>) => {
  const before = (await entries()).length;
  await run().catch(() => undefined);
  return (await entries()).slice(before);
};

describe("who gets in", () => {
  const loader = guard(
    { permission: "panel:view", audit: "PANEL_VIEWED", params: PanelParams },
    ({ params }) => ({
      seen: params.panelId,
    }),
  );

  test("is a member, to the page of their own panel", async () => {
    await expect(loader(args({ params: { panelId: OWN_PANEL } }))).resolves.toEqual({ seen: OWN_PANEL });
  });

  test("is nobody to a panel of others, to one that is not there, or to an address that cannot be: one 404 for all", async () => {
    const answers = await Promise.all(
      [OTHER_PANEL, CLIP, "1", OWN_PANEL.toUpperCase(), `${OWN_PANEL}'--`].map((panelId) =>
        thrownBy(loader(args({ params: { panelId } }))),
      ),
    );

    for (const answer of answers) expect(answer).toEqual({ status: 404, data: null, location: null });
  });

  test("is nobody with a part in the address that the page does not know", async () => {
    const answer = await thrownBy(loader(args({ params: { panelId: OWN_PANEL, other: "1" } })));

    expect(answer.status).toBe(404);
  });

  test("is no member without the part, even to their own panel, and the answer is again 404", async () => {
    const book = guard(
      { permission: "session:book", audit: "SESSION_VIEWED", params: PanelParams },
      () => null,
    );

    await expect(thrownBy(book(args({ params: { panelId: OWN_PANEL } })))).resolves.toMatchObject({
      status: 404,
    });
  });

  test("is told 403 in an area that is no part of their role", async () => {
    const report = guard({ permission: "report:list", audit: "REPORT_LISTED" }, () => null);

    await expect(thrownBy(report(args({})))).resolves.toMatchObject({ status: 403, data: null });
  });

  test("is sent to sign in and back when signed out", async () => {
    const answer = await thrownBy(loader(args({ actor: null, path: "/panels/1?tab=past&x=1" })));

    expect(answer).toEqual({
      status: 302,
      data: null,
      location: `/sign-in?next=${encodeURIComponent("/panels/1?tab=past&x=1")}`,
    });
  });

  test("is sent to sign in without a way back when an action finds them signed out", async () => {
    const action = guard({ permission: "account:use", audit: "HOME_VIEWED", form: NoteForm }, () => null);

    const answer = await thrownBy(action(args({ actor: null, form: { note: "x" } })));

    expect(answer).toMatchObject({ status: 302, location: "/sign-in" });
  });

  test("is everybody where the rule says sign-in", async () => {
    const open = guard(
      { permission: "account:sign-in", audit: "SIGN_IN_VIEWED" },
      ({ actor }) => actor.audience,
    );

    await expect(open(args({ actor: null }))).resolves.toBe("web");
  });

  test("is decided before anything of the function runs", async () => {
    let hasRun = false;
    const report = guard({ permission: "report:list", audit: "REPORT_LISTED" }, () => {
      hasRun = true;
      return null;
    });

    await thrownBy(report(args({})));
    await thrownBy(report(args({ actor: null })));

    expect(hasRun).toBe(false);
  });
});

describe("what the function gets", () => {
  test("is context, actor, person, params, query and input, and never the request", async () => {
    const seen: Facts<undefined, undefined, undefined>[] = [];
    const loader = guard({ permission: "account:use", audit: "HOME_VIEWED" }, (facts) => {
      seen.push(facts);
      return null;
    });

    await loader(args({}));

    expect(Object.keys(seen[0] ?? {}).sort()).toEqual(["actor", "ctx", "input", "params", "person", "query"]);
    expect(seen[0]?.person).toEqual({ displayName: "Ada Example", kind: "panel_member", shortCode: "AE1" });
    expect(seen[0]?.ctx.actor).toBe(MEMBER);
  });

  test("is a parsed query, and a query that does not fit is a 400", async () => {
    const Query = z.strictObject({ page: z.coerce.number().int().default(1) });
    const loader = guard(
      { permission: "account:use", audit: "HOME_VIEWED", query: Query },
      ({ query }) => query.page,
    );

    await expect(loader(args({ path: "/page?page=3" }))).resolves.toBe(3);
    await expect(loader(args({}))).resolves.toBe(1);
    await expect(thrownBy(loader(args({ path: "/page?page=x" })))).resolves.toMatchObject({ status: 400 });
    await expect(thrownBy(loader(args({ path: "/page?other=1" })))).resolves.toMatchObject({ status: 400 });
  });

  test("is the same input whether the fields came as a form or as JSON", async () => {
    const action = guard({ permission: "account:use", audit: "HOME_VIEWED", form: NoteForm }, ({ input }) =>
      input.ok ? input.value.note : "not ok",
    );
    const asJson = (body: string) => ({
      init: { method: "POST", body, headers: { "Content-Type": "application/json" } },
    });

    await expect(action(args({ form: { note: "seen" } }))).resolves.toBe("seen");
    await expect(action(args(asJson('{"note":"seen"}')))).resolves.toBe("seen");
    for (const body of ["[]", "null", "{", '"note"', "1e309"]) {
      await expect(thrownBy(action(args(asJson(body))))).resolves.toMatchObject({ status: 400 });
    }
  });

  test("includes cookie and limits only with guardAccess", async () => {
    const counts: number[] = [];
    const rule = { permission: "account:sign-in", audit: "SIGN_IN_VIEWED", auditWhen: "denied" } as const;

    await guard(rule, (...given) => counts.push(given.length))(args({}));
    await guardAccess(rule, (...given) => counts.push(given.length))(args({}));

    expect(counts).toEqual([1, 2]);
  });
});

describe("what is written down", () => {
  const record = { permission: "panel:view", audit: "PANEL_VIEWED", params: PanelClipParams } as const;
  const own = { panelId: OWN_PANEL, clipId: CLIP };
  const byMember = `app_panel:${ACCOUNT}`;

  test("is one entry for a page that was answered, about the last thing in its address", async () => {
    const loader = guard(record, () => null);

    await expect(newEntries(() => loader(args({ params: own })))).resolves.toEqual([
      { event: "PANEL_VIEWED", outcome: "done", object: `clip:${CLIP}`, panel: OWN_PANEL, by: byMember },
    ]);
  });

  test("is a denial for whoever was not let in, and for what was not found", async () => {
    const loader = guard(record, () => null);
    const missing = guard(record, () => Promise.reject(new NotFound("clip")));
    const denied = { event: "PANEL_VIEWED", outcome: "denied" };

    await expect(
      newEntries(() => loader(args({ params: { ...own, panelId: OTHER_PANEL } }))),
    ).resolves.toEqual([{ ...denied, object: `clip:${CLIP}`, panel: OTHER_PANEL, by: byMember }]);
    await expect(newEntries(() => loader(args({ actor: null, params: own })))).resolves.toEqual([
      { ...denied, object: "page:null", panel: null, by: "app_web:null" },
    ]);
    await expect(newEntries(() => missing(args({ params: own })))).resolves.toMatchObject([denied]);
  });

  test("is nothing of an address that cannot be but that it was refused", async () => {
    const written = await newEntries(() =>
      guard(record, () => null)(args({ params: { ...own, clipId: "canary" } })),
    );

    expect(written).toMatchObject([{ outcome: "denied", object: "page:null" }]);
  });

  test("is only the refusal of an action, whose effects write themselves down", async () => {
    const act = (output: unknown) =>
      guard({ ...record, form: NoteForm }, ({ input }) => (input.ok ? output : invalid(input)));
    const refusal = [{ event: "PANEL_VIEWED", outcome: "refused" }];
    const typed = { params: own, form: { note: "x" } };

    await expect(newEntries(() => act(redirect("/"))(args(typed)))).resolves.toEqual([]);
    await expect(newEntries(() => act({ saved: true })(args(typed)))).resolves.toEqual([]);
    await expect(newEntries(() => act(null)(args({ ...typed, form: { note: "" } })))).resolves.toMatchObject(
      refusal,
    );
    const conflict = refusedBy({ values: {} }, "The room is taken");
    await expect(newEntries(() => act(conflict)(args(typed)))).resolves.toMatchObject(refusal);
  });

  test("is only denials where the rule says so", async () => {
    const layout = guard(
      { permission: "account:use", audit: "HOME_VIEWED", auditWhen: "denied" },
      () => null,
    );

    await expect(newEntries(() => layout(args({})))).resolves.toEqual([]);
    await expect(newEntries(() => layout(args({ actor: null })))).resolves.toMatchObject([
      { outcome: "denied" },
    ]);
  });

  test("must be written before the answer leaves: without the entry there is no answer", async () => {
    const loader = guard(record, () => ({ canary: true }));
    const withoutLog = args({ params: own });
    const broken = { withActor: () => Promise.reject(new Error("the log is full")) };
    Object.assign(withoutLog.context, { services: { ...withoutLog.context.services, ...broken } });

    await expect(thrownBy(loader(withoutLog))).resolves.toMatchObject({
      status: 500,
      data: { reference: "REFE-RENC" },
    });
  });
});

describe("how it ends", () => {
  const rule = { permission: "account:use", audit: "HOME_VIEWED" } as const;

  test("an invalid form comes back with 422, its faults and what was typed", async () => {
    const action = guard({ ...rule, form: NoteForm }, ({ input }) =>
      input.ok ? redirect("/") : invalid(input),
    );

    const answer = await action(args({ form: { note: "" } }));

    expect(answer).toMatchObject({
      data: { fieldErrors: { note: ["Enter a note"] }, formErrors: [], values: { note: "" } },
      init: { status: 422 },
    });
  });

  test("a refused form comes back with 409, its reason and what was typed", async () => {
    const action = guard({ ...rule, form: NoteForm }, ({ input }) =>
      input.ok ? refusedBy(input, "The room is taken") : invalid(input),
    );

    await expect(action(args({ form: { note: "kept" } }))).resolves.toMatchObject({
      data: { fieldErrors: {}, formErrors: ["The room is taken"], values: { note: "kept" } },
      init: { status: 409 },
    });
  });

  test.each([
    [new Stale("agenda"), 409],
    [new NotPermitted("audit:view"), 403],
    [new NotFound("page"), 404],
  ])("%s becomes %s %i", async (error, status) => {
    await expect(thrownBy(guard(rule, () => Promise.reject(error))(args({})))).resolves.toMatchObject({
      status,
    });
    expect(reported).toEqual([]);
  });

  test("a fault of ours becomes a reference, and only the log knows more", async () => {
    const fault = new Error("canary");

    const answer = await thrownBy(guard(rule, () => Promise.reject(fault))(args({})));

    expect(answer).toEqual({ status: 500, data: { reference: "REFE-RENC" }, location: null });
    expect(reported).toEqual([fault]);
  });

  test("a fault while finding out who is asking lets nobody in", async () => {
    const visit = args({});
    Object.assign(visit.context, { signedIn: () => Promise.reject(new Error("no database")) });

    await expect(thrownBy(guard(rule, () => "canary")(visit))).resolves.toMatchObject({ status: 500 });
  });

  test("a page thrown on purpose stays as it is", async () => {
    const loader = guard(rule, () => {
      throw data(null, { status: 410 });
    });

    await expect(thrownBy(loader(args({})))).resolves.toMatchObject({ status: 410 });
  });
});

test("a guarded function can be told from any other, with what it asks and records", () => {
  const loader = guard({ permission: "audit:view", audit: "AUDIT_VIEWED" }, () => null);

  expect(guardMarkOf(loader)).toEqual({ permission: "audit:view", audit: "AUDIT_VIEWED" });
  expect(guardMarkOf(() => null)).toBeNull();
  expect(guardMarkOf(undefined)).toBeNull();
});
