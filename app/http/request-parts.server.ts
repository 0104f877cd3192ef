import type { z } from "zod";
import { type FormInput, fieldsOf, readForm } from "~/app/forms/form-input";
import { BadRequest } from "~/app/http/error-response.server";
import type { AuditSubject } from "~/domain/accounts/audit-events";
import { NotFound } from "~/domain/errors";
import { type PanelId, parseId } from "~/domain/ids";

type Schema = z.ZodType | undefined;

/** Whether a request only reads; every other method acts. */
export function isReading(request: { readonly method: string }): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

/** The parts of the address. An address that cannot exist is no different from one that does not: NotFound. */
export function readParams(schema: Schema, params: Readonly<Record<string, string | undefined>>): unknown {
  if (schema === undefined) return undefined;
  const outcome = schema.safeParse(params);
  if (!outcome.success) throw new NotFound("the address does not parse");
  return outcome.data;
}

/** What follows the question mark; throws BadRequest where it does not fit the page. */
export function readQuery(schema: Schema, request: Request): unknown {
  if (schema === undefined) return undefined;
  const input = readForm(schema, fieldsOf(new URL(request.url).searchParams));
  if (!input.ok) throw new BadRequest("the query does not parse");
  return input.value;
}

/** The form in the body of an action, or the same fields as a JSON object; throws BadRequest where there is neither. */
export async function readBody(schema: Schema, request: Request): Promise<FormInput<unknown> | undefined> {
  if (schema === undefined || isReading(request)) return undefined;
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  const text = await request.text();
  if (type === "application/json") return readForm(schema, parseObject(text));
  return readForm(schema, fieldsOf(new URLSearchParams(text)));
}

/** What an audit entry names: the last id in the address, and the panel and session it lies in. */
export function subjectOf(params: unknown): AuditSubject {
  const ids = Object.entries(params ?? {}).filter(
    ([name, value]) => name.endsWith("Id") && parseId(value) !== null,
  );
  const [name, id] = ids.at(-1) ?? ["pageId", null];
  const { panelId = null, sessionId = null } = Object.fromEntries(ids);
  return { objectType: name.slice(0, -"Id".length), objectId: id, panelId, sessionId };
}

/** The panel an address lies in, if it names one. */
export function panelOf(params: unknown): PanelId | undefined {
  return (
    parseId<PanelId>(Object.entries(params ?? {}).find(([name]) => name === "panelId")?.[1]) ?? undefined
  );
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new BadRequest("the body is no JSON object");
}
