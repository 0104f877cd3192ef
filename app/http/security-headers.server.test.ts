import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, test } from "vitest";
import { createSecurityHeaders } from "~/app/http/security-headers.server";

const HTTPS = { publicUrl: new URL("https://portal.example"), isDevelopment: false };

async function headersOf(
  options: Parameters<typeof createSecurityHeaders>[0],
): Promise<{ nonce: string; headers: Headers }> {
  const app = express();
  app.use(createSecurityHeaders(options));
  app.use((_request, response) => void response.send(response.locals.cspNonce));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  const nonce = await answer.text();
  server.close();
  return { nonce, headers: answer.headers };
}

describe("every reply", () => {
  test("carries the content security policy word for word", async () => {
    const { headers, nonce } = await headersOf(HTTPS);

    expect(headers.get("content-security-policy")?.split(";")).toEqual([
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self' blob:",
      "worker-src 'self' blob:",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]);
  });

  test("has a nonce of its own", async () => {
    const [first, second] = [await headersOf(HTTPS), await headersOf(HTTPS)];

    expect(first.nonce).toMatch(/^[\w+/]{24}$/);
    expect(first.nonce).not.toBe(second.nonce);
  });

  test.each([
    ["cache-control", "no-store"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ["referrer-policy", "no-referrer"],
    ["strict-transport-security", "max-age=63072000; includeSubDomains"],
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
  ])("says %s: %s (T11, T14)", async (name, value) => {
    const { headers } = await headersOf(HTTPS);

    expect(headers.get(name)).toBe(value);
  });

  test("allows only the browser features that the portal uses", async () => {
    const { headers } = await headersOf(HTTPS);
    const features = headers.get("permissions-policy")?.split(", ") ?? [];

    expect(features.filter((feature) => !feature.endsWith("=()"))).toEqual([
      "autoplay=(self)",
      "fullscreen=(self)",
      "publickey-credentials-create=(self)",
      "publickey-credentials-get=(self)",
    ]);
    expect(features).toEqual(expect.arrayContaining(["camera=()", "microphone=()", "picture-in-picture=()"]));
  });

  test("shares nothing with other origins", async () => {
    const { headers } = await headersOf(HTTPS);

    for (const name of headers.keys()) expect(name).not.toMatch(/^access-control-/);
  });
});

test("a site on a loopback address does not ask browsers to insist on https", async () => {
  const { headers } = await headersOf({ ...HTTPS, publicUrl: new URL("http://localhost:3000") });

  expect(headers.has("strict-transport-security")).toBe(false);
});

test("development loosens styles and connections and nothing else", async () => {
  const { headers, nonce } = await headersOf({ ...HTTPS, isDevelopment: true });
  const policy = headers.get("content-security-policy");

  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).toContain("connect-src 'self' ws:");
  expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`);
});
