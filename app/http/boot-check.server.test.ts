import { describe, expect, test } from "vitest";
import { type CheckedBuild, requireSoundBuild } from "~/app/http/boot-check.server";
import { guard } from "~/app/http/guard.server";
import type { PolicyRow } from "~/app/http/policy-table";

const viewPanel = guard({ permission: "panel:view", audit: "PANEL_VIEWED" }, () => null);
const bookSession = guard({ permission: "session:book", audit: "SESSION_BOOK_ATTEMPTED" }, () => null);

function aBuild(module: object): CheckedBuild {
  return { routes: { root: { module: {} }, "routes/panel": { module } } };
}

const SOUND = aBuild({ loader: viewPanel, action: bookSession });
const TABLE: Readonly<Record<string, PolicyRow>> = {
  root: {},
  "routes/panel": { GET: "panel:view", POST: "session:book" },
};

describe("the check before the server starts", () => {
  test("passes a build in which every door is guarded as the policy table expects", () => {
    expect(() => requireSoundBuild(SOUND, [], TABLE)).not.toThrow();
  });

  test.each([
    ["loader", { loader: () => null, action: bookSession }],
    ["action", { loader: viewPanel, action: () => null }],
    [
      "loader",
      { loader: (...args: Parameters<typeof viewPanel>) => viewPanel(...args), action: bookSession },
    ],
  ])("fails while a route exports an unguarded %s", (name, module) => {
    expect(() => requireSoundBuild(aBuild(module), [], TABLE)).toThrow(
      `routes/panel exports an unguarded ${name}`,
    );
  });

  test("fails while a route has no row in the policy table", () => {
    expect(() => requireSoundBuild(SOUND, [], { root: {} })).toThrow("routes/panel has no row");
  });

  test("does not mistake what every object has for a row", () => {
    const build: CheckedBuild = { routes: { constructor: { module: {} } } };

    expect(() => requireSoundBuild(build, [], {})).toThrow("constructor has no row");
  });

  test("fails while a permission differs from its row", () => {
    const table = { ...TABLE, "routes/panel": { GET: "account:use", POST: "session:book" } } as const;

    expect(() => requireSoundBuild(SOUND, [], table)).toThrow(
      "routes/panel asks panel:view for GET, the policy table expects account:use",
    );
  });

  test("fails while a row expects an action that is not there, and while an action has no method in its row", () => {
    expect(() => requireSoundBuild(aBuild({ loader: viewPanel }), [], TABLE)).toThrow(
      "asks nothing for POST",
    );
    expect(() => requireSoundBuild(SOUND, [], { ...TABLE, "routes/panel": { GET: "panel:view" } })).toThrow(
      "expects nothing",
    );
  });

  test("fails while a mount has no row, or another permission than its row", () => {
    const media = { name: "media", policy: { GET: "footage:view" } } as const;

    expect(() => requireSoundBuild(SOUND, [media], TABLE)).toThrow("media has no row");
    expect(() => requireSoundBuild(SOUND, [media], { ...TABLE, media: { GET: "account:sign-in" } })).toThrow(
      "media asks footage:view for GET",
    );
    expect(() => requireSoundBuild(SOUND, [media], { ...TABLE, media: media.policy })).not.toThrow();
  });

  test("fails while the table speaks of something that is not there", () => {
    expect(() => requireSoundBuild(SOUND, [], { ...TABLE, "routes/gone": {} })).toThrow(
      "routes/gone stands in",
    );
  });

  test("names every fault at once", () => {
    const attempt = () => requireSoundBuild(aBuild({ loader: () => null, action: () => null }), [], {});

    expect(attempt).toThrow("unguarded loader");
    expect(attempt).toThrow("unguarded action");
    expect(attempt).toThrow("root has no row");
  });
});
