import { describe, expect, test } from "vitest";
import { safeNext } from "~/app/http/safe-next.server";

const PUBLIC_URL = new URL("https://portal.example");

describe("the page after signing in", () => {
  test.each([
    ["/panels/1?tab=past", "/panels/1?tab=past"],
    ["/", "/"],
    ["/a/../b", "/b"],
  ])("may be %s on this site", (next, expected) => {
    expect(safeNext(next, PUBLIC_URL)).toBe(expected);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/%2e//evil.example",
    "https://evil.example",
    "https:evil.example",
    "http://portal.example/",
    "https://portal.example@evil.example",
    "https://portal.example.evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "panels",
    "",
    "/sign-in?next=/sign-in",
    "/sign-out",
    undefined,
  ])("is never %j (T42)", (next) => {
    expect(safeNext(next, PUBLIC_URL)).toBe("/");
  });

  test("stays on this site for every encoding of a slash a browser might undo", () => {
    for (const next of ["/%2f/evil.example", "/%5cevil.example", "/%09/evil.example"]) {
      expect(new URL(safeNext(next, PUBLIC_URL), PUBLIC_URL).origin).toBe(PUBLIC_URL.origin);
    }
  });
});
