import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { SignedIn } from "~/app/auth/current-actor.server";
import type { FormInput } from "~/app/forms/form-input";
import { toReply, toThrown } from "~/app/http/error-response.server";
import { markGuarded } from "~/app/http/guard-mark.server";
import type { Access } from "~/app/http/load-context";
import {
  isReading,
  panelOf,
  readBody,
  readParams,
  readQuery,
  subjectOf,
} from "~/app/http/request-parts.server";
import { safeNext } from "~/app/http/safe-next.server";
import { paths } from "~/app/paths";
import type { ServiceContext } from "~/app/services/context.server";
import { recordAudit } from "~/db/queries/audit";
import { type Actor, PUBLIC_ACTOR } from "~/domain/accounts/actor";
import type { AuditEvent, AuditOutcome, AuditSubject } from "~/domain/accounts/audit-events";
import { type Permission, requirePermission } from "~/domain/accounts/permissions";

type Schema = z.ZodType | undefined;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Who may run a loader or an action, what it leaves in the audit log, and what it reads from the request. */
export interface Rule<P extends Schema, Q extends Schema, F extends Schema> {
  readonly permission: Permission;
  /** A loader records it when it has answered; an action only when it was refused, for effects record themselves. */
  readonly audit: AuditEvent;
  /** `denied` for what is no consultation of its own: a layout, a page that polls. */
  readonly auditWhen?: "always" | "denied";
  /** A permission on a panel is asked of `params.panelId`. */
  readonly params?: P;
  readonly query?: Q;
  readonly form?: F;
}

type Person = Pick<SignedIn, "displayName" | "kind" | "shortCode">;

/** What the guarded function gets; the request stays outside. */
export interface Facts<P extends Schema, Q extends Schema, F extends Schema> {
  readonly ctx: ServiceContext;
  readonly actor: Actor;
  /** Who is signed in, for the page to greet. */
  readonly person: Person | null;
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly input: F extends z.ZodType ? FormInput<z.output<F>> : undefined;
}

/** A loader or an action that decides for itself who may run it. */
export type Guarded<Output> = (args: LoaderFunctionArgs) => Promise<Exclude<Output, Response>>;

class SignInNeeded extends Error {
  override readonly name = "SignInNeeded";
}

/** Makes a loader or an action. Without one of these, the server does not start. */
export function guard<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  F extends Schema = undefined,
  Output = unknown,
>(rule: Rule<P, Q, F>, fn: (facts: Facts<P, Q, F>) => Output | Promise<Output>): Guarded<Output> {
  return guardAccess(rule, (facts) => fn(facts));
}

/** As `guard`, for the pages that sign people in and out: the function also gets at cookie and limits. */
export function guardAccess<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  F extends Schema = undefined,
  Output = unknown,
>(
  rule: Rule<P, Q, F>,
  fn: (facts: Facts<P, Q, F>, access: Access) => Output | Promise<Output>,
): Guarded<Output> {
  const guarded = async ({ context, params: rawParams, request }: LoaderFunctionArgs) => {
    try {
      const signedIn = await context.signedIn();
      const ctx: ServiceContext = { ...context.services, actor: signedIn?.actor ?? PUBLIC_ACTOR };
      const record = (outcome: AuditOutcome, subject: AuditSubject) =>
        ctx.withActor(ctx.actor, (trx) => recordAudit(trx, rule.audit, subject, outcome));
      let subject = subjectOf(undefined);
      try {
        if (signedIn === null && rule.permission !== "account:sign-in") throw new SignInNeeded();
        const params = readParams(rule.params, rawParams);
        subject = subjectOf(params);
        requirePermission(ctx.actor, rule.permission, panelOf(params));
        const query = readQuery(rule.query, request);
        const input = await readBody(rule.form, request);
        const facts = { ctx, actor: ctx.actor, person: personOf(signedIn), params, query, input } as Facts<
          P,
          Q,
          F
        >;
        const output = await fn(facts, context.access);
        const outcome = outcomeOf(output);
        const isConsultation = isReading(request) || outcome === "refused";
        if (isConsultation && rule.auditWhen !== "denied") await record(outcome, subject);
        return output as Exclude<Output, Response>;
      } catch (thrown) {
        if (isDenial(thrown)) await record("denied", subject);
        throw thrown;
      }
    } catch (thrown) {
      if (thrown instanceof SignInNeeded) throw redirect(signInPath(request, context.access.publicUrl));
      if (isReply(thrown)) throw thrown;
      throw toThrown(toReply(thrown, rule.params !== undefined, context.reportError));
    }
  };
  markGuarded(guarded, { permission: rule.permission, audit: rule.audit });
  return guarded;
}

// Picked, because a loader may send it to the browser as it is.
function personOf(signedIn: SignedIn | null): Person | null {
  if (signedIn === null) return null;
  const { displayName, kind, shortCode } = signedIn;
  return { displayName, kind, shortCode };
}

// By name, because services may throw from the door's own module graph.
function isDenial(thrown: unknown): boolean {
  return thrown instanceof Error && ["NotFound", "NotPermitted", "SignInNeeded"].includes(thrown.name);
}

// Redirects and pages with a status of their own are thrown on purpose.
function isReply(thrown: unknown): boolean {
  return thrown instanceof Response || initOf(thrown) !== null;
}

function outcomeOf(output: unknown): AuditOutcome {
  const status = output instanceof Response ? output.status : (initOf(output)?.status ?? 200);
  return status >= 400 ? "refused" : "done";
}

function initOf(output: unknown): ResponseInit | null {
  if (typeof output !== "object" || output === null) return null;
  if (!("type" in output && output.type === "DataWithResponseInit" && "init" in output)) return null;
  return output.init ?? {};
}

function signInPath(request: Request, publicUrl: URL): string {
  if (!isReading(request)) return paths.signIn();
  const { pathname, search } = new URL(request.url);
  return paths.signIn(safeNext(`${pathname}${search}`, publicUrl));
}
