import type { Express, Request, RequestHandler, Response } from "express";
import type { SignedIn } from "~/app/auth/current-actor.server";
import { toReply } from "~/app/http/error-response.server";
import type { FrontDoor } from "~/app/http/front-door.server";
import type { PolicyMethod, PolicyRow } from "~/app/http/policy-table";
import { isPanelPermission, requirePermission } from "~/domain/accounts/permissions";

/** What a request to one path may carry. */
export interface BodyRule {
  readonly types: readonly string[];
  readonly limitBytes: number;
  /** How long the body may take to arrive; null when only its standing still ends it. */
  readonly receiveWithinMs: number | null;
}

/** Something that answers beside the pages, outside of Remix. */
export interface Mount {
  /** Its row in the policy table. */
  readonly name: string;
  readonly path: string;
  /** What it asks for. One permission on a panel must be asked by `handle`, which alone knows the panel. */
  readonly policy: PolicyRow;
  /** It asks who is there by itself and is handed nobody: whoever may not enter then gets the same 404 as for nothing. */
  readonly asksItself?: boolean;
  /** Null when it takes no body. */
  readonly body: BodyRule | null;
  /** For callers inside the house that know us by an address of their own; nothing personal may lie there. */
  readonly answersAnyHost?: boolean;
  readonly handle: (request: Request, response: Response, signedIn: SignedIn | null) => Promise<void> | void;
}

/** Puts a mount into the site: nobody gets past who lacks its permission, and what it throws is translated. */
export function registerMount(app: Express, mount: Mount, door: FrontDoor): void {
  const handler: RequestHandler = async (request, response) => {
    response.locals.route = mount.name;
    try {
      const signedIn = await requireEntry(mount, request, door);
      if (signedIn === "needed") sendStatus(response, 401);
      else await mount.handle(request, response, signedIn);
    } catch (error) {
      sendError(response, error, door);
    }
  };
  app.use(mount.path, handler);
}

/** Answers an error in plain text, giving away no more than the error page does; ends the connection when it is too late for that. */
export function sendError(response: Response, error: unknown, door: FrontDoor): void {
  const { status, reference } = toReply(error, true, (failure) =>
    door.reportError(failure, response.locals.requestId),
  );
  if (response.headersSent) response.destroy();
  else sendStatus(response, status, reference);
}

function sendStatus(response: Response, status: number, reference: string | null = null): void {
  response
    .status(status)
    .type("text/plain")
    .send(reference === null ? `${status}\n` : `${status} ${reference}\n`);
}

async function requireEntry(
  mount: Mount,
  request: Request,
  door: FrontDoor,
): Promise<SignedIn | null | "needed"> {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const permission = mount.policy[method as PolicyMethod] ?? null;
  if (mount.asksItself || permission === "account:sign-in" || permission === null) return null;
  const signedIn = await door.resolveActor(request.headers.cookie);
  if (signedIn === null) return "needed";
  if (!isPanelPermission(permission)) requirePermission(signedIn.actor, permission);
  return signedIn;
}
