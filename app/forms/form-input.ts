import { z } from "zod";

/** A form to show again: what was wrong with it, and what was typed. */
export interface FormErrors {
  readonly fieldErrors: Record<string, string[]>;
  readonly formErrors: string[];
  readonly values: FormValues;
}

/** What was typed, by field name; a field that came several times is a list. Passphrases are left out. */
export type FormValues = Record<string, string | string[]>;

/** A form as it arrived: a typed value, or what was wrong. Either way the page can show again what was typed. */
export type FormInput<T> =
  | { readonly ok: true; readonly value: T; readonly values: FormValues }
  | ({ readonly ok: false } & FormErrors);

const NEVER_SHOWN_AGAIN = /passphrase|password|secret|token/i;
const UNSTORABLE = "Remove the characters that cannot be stored";

/** Reads the fields of a form against its schema. Nothing is looked up; unstorable characters count as a fault of their field. */
export function readForm<S extends z.ZodType>(
  schema: S,
  fields: Readonly<Record<string, unknown>>,
): FormInput<z.output<S>> {
  const values = valuesToShowAgain(fields);
  const unstorable = Object.keys(fields).filter((name) => !isStorable(fields[name]));
  if (unstorable.length > 0) {
    const fieldErrors = Object.fromEntries(unstorable.map((name) => [name, [UNSTORABLE]]));
    return { ok: false, fieldErrors, formErrors: [], values };
  }
  const outcome = schema.safeParse(fields);
  if (outcome.success) return { ok: true, value: outcome.data, values };
  return { ok: false, ...sortIssues(outcome.error), values };
}

/** The fields of an urlencoded body or a query by name: text, or a list of texts where a name is repeated. */
export function fieldsOf(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
  }
  return Object.fromEntries(fields);
}

/** A field that may come any number of times, such as checkboxes: none, one or many become a list. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
}

function sortIssues(error: z.ZodError): Pick<FormErrors, "fieldErrors" | "formErrors"> {
  const fieldErrors: Record<string, string[]> = {};
  const formErrors: string[] = [];
  for (const { path, message } of error.issues) {
    const [name] = path;
    if (name === undefined) formErrors.push(message);
    else fieldErrors[String(name)] = [...(fieldErrors[String(name)] ?? []), message];
  }
  return { fieldErrors, formErrors };
}

function valuesToShowAgain(fields: Readonly<Record<string, unknown>>): FormValues {
  const shown = Object.entries(fields).flatMap(([name, value]): [string, string | string[]][] => {
    if (NEVER_SHOWN_AGAIN.test(name)) return [];
    if (typeof value === "string") return [[name, value]];
    if (typeof value === "number" || typeof value === "boolean") return [[name, String(value)]];
    return Array.isArray(value) ? [[name, value.filter((each) => typeof each === "string")]] : [];
  });
  return Object.fromEntries(shown);
}

// Postgres stores neither NUL nor half a surrogate pair.
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && !/\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === "object" && value !== null) return Object.values(value).every(isStorable);
  return true;
}
