import { describe, expect, test } from "vitest";
import { createSignInCookie } from "~/app/auth/sign-in-cookie.server";

const ID = "abcdefghijklmnopqrstuvwxyz234567abcdefgh";
const secure = createSignInCookie(new URL("https://portal.example"));
const loopback = createSignInCookie(new URL("http://localhost:3000"));

describe("the sign-in cookie", () => {
  test("is a __Host- cookie that scripts cannot read, wherever the site is served over https", () => {
    expect(secure.issue(ID, "panel_member")).toBe(`__Host-sid=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  });

  test("is never sent along from another site for an administrator", () => {
    expect(secure.issue(ID, "administrator")).toContain("SameSite=Strict");
  });

  test("goes without Secure on a loopback address, where there is no https", () => {
    expect(loopback.issue(ID, "liaison")).toBe(`sid=${ID}; Path=/; HttpOnly; SameSite=Lax`);
  });

  test("is taken back under the same name and path", () => {
    expect(secure.withdraw()).toBe("__Host-sid=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
  });

  test("is found among other cookies", () => {
    expect(secure.read(`theme=dark; __Host-sid=${ID}; other=1`)).toBe(ID);
  });

  test.each([
    ["nothing", undefined],
    ["an empty header", ""],
    ["an empty value", "__Host-sid="],
    ["the bare name, which a neighbouring site could set", `sid=${ID}`],
    ["an id that is not of our making (T36)", "__Host-sid=chosen-by-somebody-else"],
    ["an id that is too long", `__Host-sid=${ID}a`],
    ["two that contradict each other", `__Host-sid=${ID}; __Host-sid=${ID}`],
    ["a name that only ends like ours", `x__Host-sid=${ID}`],
  ])("is not read from %s", (_what, header) => {
    expect(secure.read(header)).toBeNull();
  });
});
