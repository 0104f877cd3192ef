import type { Request, Response } from "express";
import type { FrontDoor } from "~/app/http/front-door.server";
import { type MediaAddress, parseMediaAddress } from "~/app/http/media-address.server";
import { createPace, type PaceRule, type PaceVerdict, WATCHING_PACE } from "~/app/http/media-pace.server";
import { createMediaPermission, type HeldGrant, placeOf } from "~/app/http/media-permission.server";
import { parseRange } from "~/app/http/media-range.server";
import { followDecision } from "~/app/http/media-standing.server";
import { describeObject, sendObject } from "~/app/http/media-transfer.server";
import { createMediaTurnstile } from "~/app/http/media-turnstile.server";
import type { Mount } from "~/app/http/mount.server";
import { recordHaste } from "~/app/services/footage/grant-footage.server";
import { contentTypeOf, hasFootageFile, openFootage } from "~/app/services/footage/open-footage.server";
import { NotFound } from "~/domain/errors";

export interface MediaOptions {
  /** How long a decision about segments is kept, at most. */
  readonly keepMs?: number;
  /** Transfers that one person may have under way. */
  readonly mostAtOnce?: number;
  readonly pace?: PaceRule;
  /** Milliseconds that only rise. */
  readonly monotonic?: () => number;
}

const KEEP_MS = 2_000;
const MOST_AT_ONCE = 12;

/**
 * Footage for members in session and for officers who check it. Whoever may not have a file gets the 404 of what is
 * not there. No connection to the database is held while bytes flow.
 */
export function createMediaMounts(door: FrontDoor, options: MediaOptions = {}): readonly Mount[] {
  const { keepMs = KEEP_MS, monotonic = () => performance.now(), mostAtOnce = MOST_AT_ONCE } = options;
  const permission = createMediaPermission(door, { keepMs, monotonic });
  const pace = createPace(options.pace ?? WATCHING_PACE, monotonic);
  const turnstile = createMediaTurnstile(mostAtOnce);
  const { store } = door.services;

  const handle = async (request: Request, response: Response): Promise<void> => {
    const cookies = request.headers.cookie;
    const address = parseMediaAddress(request.originalUrl);
    if (address === null) {
      await permission.refuseUnknown(cookies);
      throw new NotFound("footage");
    }
    const decision = await permission.decide(address, cookies);
    if (response.destroyed) return;
    if (decision === null || !hasFootageFile(decision.grant.rendition, address.file)) {
      throw new NotFound("footage");
    }
    const { key, personId, rendition } = decision.grant;
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Content-Type", contentTypeOf(address.file));
    if (key !== null) {
      response.setHeader("Content-Length", key.byteLength);
      return void response.end(key);
    }
    const { objectKey } = openFootage(rendition, address.file);
    response.setHeader("Accept-Ranges", "bytes");
    if (request.method === "HEAD") {
      return requireSent(await describeObject(store, objectKey, response), objectKey, response);
    }
    const leave = turnstile.enter(personId);
    if (leave === null) return askToWait(response, 1);
    response.once("close", leave);
    const verdict = address.file.kind === "segment" ? pace.admit(...bucketOf(decision.grant, address)) : null;
    if (verdict?.ok === false) return slowDown(decision.grant, address, verdict, response);
    const standing = followDecision(decision, () => permission.decide(address, cookies), monotonic);
    response.once("close", standing.end);
    const transfer = { objectKey, range: parseRange(request.headers.range), signal: standing.signal };
    requireSent(await sendObject(store, transfer, response, verdict?.charge ?? null), objectKey, response);
  };

  function requireSent(isSent: boolean, objectKey: string, response: Response): void {
    if (isSent) return;
    door.reportError(new Error(`${objectKey} is not in the store`), response.locals.requestId);
    throw new NotFound("footage");
  }

  const mount = { body: null, asksItself: true, handle };
  return [
    { ...mount, name: "media/sessions", path: "/media/sessions", policy: { GET: "footage:view" } },
    { ...mount, name: "media/clips", path: "/media/clips", policy: { GET: "footage:preview" } },
  ];
}

function bucketOf({ personId, rendition, totalBytes }: HeldGrant, address: MediaAddress) {
  return [`${personId} ${placeOf(address)}`, { totalBytes, durationMs: rendition.durationMs }] as const;
}

async function slowDown(
  { ctx }: HeldGrant,
  address: MediaAddress,
  { isNews, retryInSeconds }: Extract<PaceVerdict, { ok: false }>,
  response: Response,
): Promise<void> {
  const sessionId = address.place === "session" ? address.sessionId : null;
  if (isNews) await recordHaste(ctx, { objectType: "clip", objectId: address.clipId, sessionId });
  askToWait(response, retryInSeconds);
}

function askToWait(response: Response, seconds: number): void {
  response.removeHeader("Accept-Ranges");
  response.setHeader("Retry-After", seconds);
  response.status(429).type("text/plain").send("429\n");
}
