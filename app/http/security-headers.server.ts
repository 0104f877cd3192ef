import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

const TWO_YEARS_SECONDS = 63_072_000;

const ALLOWED_FEATURES = [
  "autoplay=(self)",
  "fullscreen=(self)",
  "publickey-credentials-create=(self)",
  "publickey-credentials-get=(self)",
];
const REFUSED_FEATURES = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
].map((feature) => `${feature}=()`);
const PERMISSIONS_POLICY = [...ALLOWED_FEATURES, ...REFUSED_FEATURES].join(", ");

/** The headers of every reply: a fresh nonce, a policy that allows only what bears it, and nothing kept in any cache. */
export function createSecurityHeaders(options: { publicUrl: URL; isDevelopment: boolean }): RequestHandler[] {
  const { isDevelopment, publicUrl } = options;
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(isDevelopment) },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity:
      publicUrl.protocol === "https:" ? { maxAge: TWO_YEARS_SECONDS, includeSubDomains: true } : false,
  });
  return [
    (_request, response, next) => {
      response.locals.cspNonce = randomBytes(18).toString("base64");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
      next();
    },
    protect,
  ];
}

function directives(isDevelopment: boolean) {
  return {
    defaultSrc: ["'none'"],
    scriptSrc: [nonceSource, "'strict-dynamic'"],
    // In development Vite injects styles and keeps a socket open to reload the page.
    styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: isDevelopment ? ["'self'", "ws:"] : ["'self'"],
    mediaSrc: ["'self'", "blob:"],
    workerSrc: ["'self'", "blob:"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  };
}

function nonceSource(_request: IncomingMessage, response: ServerResponse): string {
  return `'nonce-${(response as Response).locals.cspNonce}'`;
}
