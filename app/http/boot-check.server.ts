import { guardMarkOf } from "~/app/http/guard-mark.server";
import type { PolicyRow } from "~/app/http/policy-table";

/** As much of a Remix build as can be checked. */
export interface CheckedBuild {
  readonly routes: Readonly<Record<string, { readonly module: object } | undefined>>;
}

/** As much of an Express mount as can be checked. */
export interface CheckedMount {
  readonly name: string;
  readonly policy: PolicyRow;
}

type Table = Readonly<Record<string, PolicyRow>>;

const METHOD_OF = { loader: "GET", action: "POST" } as const;

/**
 * Throws, naming every fault, while a loader or action is unguarded, a route or mount has no row in the policy
 * table, a permission differs from its row, or a row expects something that is not there.
 */
export function requireSoundBuild(build: CheckedBuild, mounts: readonly CheckedMount[], table: Table): void {
  const routes = Object.entries(build.routes).map(([id, route]) => ({ id, module: route?.module ?? {} }));
  const known = new Set([...routes.map(({ id }) => id), ...mounts.map(({ name }) => name)]);
  const faults = [
    ...routes.flatMap(({ id, module }) => faultsOfRoute(id, module, rowOf(table, id))),
    ...mounts.flatMap(({ name, policy }) => faultsOfPolicy(name, policy, rowOf(table, name))),
    ...Object.keys(table).flatMap((id) =>
      known.has(id) ? [] : [`${id} stands in the policy table, but is nowhere else`],
    ),
  ];
  if (faults.length > 0) throw new Error(`The doors are not sound:\n  ${faults.join("\n  ")}`);
}

function rowOf(table: Table, id: string): PolicyRow | null {
  return Object.hasOwn(table, id) ? (table[id] ?? null) : null;
}

function faultsOfRoute(id: string, module: object, row: PolicyRow | null): string[] {
  const faults: string[] = [];
  const policy: Record<string, string> = {};
  for (const [name, method] of Object.entries(METHOD_OF)) {
    const exported: unknown = Reflect.get(module, name);
    if (exported === undefined) continue;
    const mark = guardMarkOf(exported);
    if (mark === null) faults.push(`${id} exports an unguarded ${name}; make it with guard()`);
    else policy[method] = mark.permission;
  }
  return faults.length > 0 ? faults : faultsOfPolicy(id, policy, row);
}

function faultsOfPolicy(
  id: string,
  actual: Readonly<Record<string, string>>,
  row: PolicyRow | null,
): string[] {
  if (row === null) return [`${id} has no row in the policy table`];
  const expected: Readonly<Record<string, string>> = row;
  const methods = [...new Set([...Object.keys(actual), ...Object.keys(expected)])];
  return methods
    .filter((method) => actual[method] !== expected[method])
    .map(
      (method) =>
        `${id} asks ${actual[method] ?? "nothing"} for ${method}, the policy table expects ${expected[method] ?? "nothing"}`,
    );
}
