import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { BodyRule } from "~/app/http/mount.server";

/** What may be asked at one path and below it. */
export interface GatedPath {
  readonly path: string;
  readonly methods: readonly string[];
  readonly body: BodyRule | null;
  readonly answersAnyHost?: boolean;
}

export interface GateOptions {
  readonly publicUrl: URL;
  /** The exact address whose X-Forwarded-For and X-Forwarded-Proto are believed; null when there is no proxy. */
  readonly trustedProxy: string | null;
  /** The first that fits decides; the last is for all the rest. */
  readonly paths: readonly GatedPath[];
}

const METHOD_OVERRIDES = ["x-http-method-override", "x-http-method", "x-method-override"];
// Even a trusted proxy does not say under which name we are known, because that stands in PUBLIC_URL.
const NEVER_BELIEVED = [
  "forwarded",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-prefix",
  "x-real-ip",
];
const BELIEVED_OF_PROXY = ["x-forwarded-for", "x-forwarded-proto"];

/** Names the request, so that log and reply can be brought together; a name from outside is not taken over. */
export const nameRequest: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID();
  response.setHeader("X-Request-Id", response.locals.requestId);
  next();
};

/** Everything a request must be before anything here looks at it, in the order in which it is asked. */
export function createRequestGate({ publicUrl, trustedProxy, paths }: GateOptions): RequestHandler[] {
  return [
    (request, _response, next) => {
      dropForwarded(request, trustedProxy);
      next();
    },
    (request, response, next) => {
      if (METHOD_OVERRIDES.some((name) => name in request.headers))
        return refuse(response, 400, "Method override refused");
      const gated = paths.find(({ path }) => isBelow(request.path, path));
      const isOurHost = request.headers.host?.toLowerCase() === publicUrl.host;
      if (!isOurHost && !gated?.answersAnyHost) {
        return refuse(response, 421, `This site answers at ${publicUrl.origin} only`);
      }
      if (gated === undefined) return refuse(response, 404, "Not found");
      if (!gated.methods.includes(request.method)) {
        response.setHeader("Allow", gated.methods.join(", "));
        return refuse(response, 405, "Method not allowed");
      }
      const fault = faultOfBody(request, gated.body);
      if (fault !== null) return refuse(response, ...fault);
      if (!isReading(request) && !isFromOurPages(request, publicUrl)) {
        return refuse(response, 403, "This request did not come from a page of this site");
      }
      limitReceiving(request, gated.body);
      next();
    },
  ];
}

function dropForwarded(request: Request, trustedProxy: string | null): void {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, "");
  const isProxy = trustedProxy !== null && peer === trustedProxy;
  for (const name of Object.keys(request.headers)) {
    const isForwarded = name.startsWith("x-forwarded-") || NEVER_BELIEVED.includes(name);
    if (isForwarded && !(isProxy && BELIEVED_OF_PROXY.includes(name))) delete request.headers[name];
  }
}

function isBelow(path: string, prefix: string): boolean {
  return prefix === "/" || path === prefix || path.startsWith(`${prefix}/`);
}

function isReading({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

function isFromOurPages({ headers }: Request, publicUrl: URL): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined ? headers.origin === publicUrl.origin : site === "same-origin";
}

function faultOfBody(request: Request, rule: BodyRule | null): [number, string] | null {
  // Without a length nothing can be refused in advance; browsers always send one.
  if (request.headers["transfer-encoding"] !== undefined) return [411, "Length required"];
  const length = Number(request.headers["content-length"] ?? 0);
  if (length === 0) return null;
  if (rule === null || isReading(request)) return [413, "No body expected"];
  if (length > rule.limitBytes) return [413, "Too large"];
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  return rule.types.includes(type) ? null : [415, "Unsupported content type"];
}

function limitReceiving(request: Request, rule: BodyRule | null): void {
  if (rule === null || rule.receiveWithinMs === null || isReading(request)) return;
  const timer = setTimeout(() => request.destroy(), rule.receiveWithinMs);
  for (const event of ["end", "close"]) request.once(event, () => clearTimeout(timer));
}

function refuse(response: Response, status: number, sentence: string): void {
  // What is left of the body is not worth reading.
  response.setHeader("Connection", "close");
  response.status(status).type("text/plain").send(`${sentence}\n`);
}
