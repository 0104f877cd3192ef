import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { FrontDoor } from "~/app/http/front-door.server";
import { type Mount, registerMount, sendError } from "~/app/http/mount.server";
import { createRequestGate, type GatedPath, nameRequest } from "~/app/http/request-gate.server";
import { createSecurityHeaders } from "~/app/http/security-headers.server";

const FORM_LIMIT_BYTES = 262_144;
const FORM_WITHIN_MS = 60_000;

export interface SiteOptions {
  readonly door: FrontDoor;
  readonly trustedProxy: string | null;
  readonly mounts: readonly Mount[];
  /** Scripts, styles and fonts: the built ones, or Vite in development. */
  readonly assets: RequestHandler;
  /** Everything that is no mount: Remix. */
  readonly pages: RequestHandler;
  readonly isDevelopment: boolean;
}

/** The whole site in the order in which a request meets it. */
export function createSite({
  assets,
  door,
  isDevelopment,
  mounts,
  pages,
  trustedProxy,
}: SiteOptions): Express {
  const { publicUrl } = door;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", trustedProxy ?? false);
  app.set("query parser", "simple");
  app.use(nameRequest, logRequests(door));
  app.use(createSecurityHeaders({ publicUrl, isDevelopment }));
  app.use(createRequestGate({ publicUrl, trustedProxy, paths: [...mounts.map(gatedPathOf), GATED_PAGES] }));
  for (const mount of mounts) registerMount(app, mount, door);
  app.use(assets);
  // Remix would publish the list of routes here if route discovery were ever turned on.
  app.use("/__manifest", (_request, response) => void response.sendStatus(404));
  app.use(forgetOrigin, pages);
  const translate: ErrorRequestHandler = (error, _request, response, _next) =>
    sendError(response, error, door);
  app.use(translate);
  return app;
}

const GATED_PAGES: GatedPath = {
  path: "/",
  methods: ["GET", "HEAD", "POST"],
  body: {
    types: ["application/x-www-form-urlencoded", "application/json"],
    limitBytes: FORM_LIMIT_BYTES,
    receiveWithinMs: FORM_WITHIN_MS,
  },
};

// The gate has judged where the request comes from. Remix would judge again and take a plain form's for an attack:
// a page that sends no referrer sends its forms with the origin "null".
const forgetOrigin: RequestHandler = (request, _response, next) => {
  delete request.headers.origin;
  next();
};

function gatedPathOf({ answersAnyHost = false, body, path, policy }: Mount): GatedPath {
  return {
    path,
    body,
    answersAnyHost,
    methods: Object.keys(policy).flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name])),
  };
}

function logRequests(door: FrontDoor): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on("close", () => {
      const { requestId, route = "pages" } = response.locals;
      const ms = Math.round(performance.now() - began);
      door.log("info", "request", {
        requestId,
        route,
        method: request.method,
        status: response.statusCode,
        ms,
      });
    });
    next();
  };
}
