import { sql, type Transaction } from "kysely";
import type { Pools } from "~/db/client";
import type { DB } from "~/db/schema";
import type { Actor } from "~/domain/accounts/actor";

/** An open transaction in which the actor is set; every query takes it first. */
export type Trx = Transaction<DB>;

/**
 * Opens one transaction as the actor's database role, with the actor set for that transaction only, and
 * commits when `work` resolves. Rolls back when it throws; a refusal returned as a value commits.
 */
export type WithActor = <T>(actor: Actor, work: (trx: Trx) => Promise<T>) => Promise<T>;

/** Binds `withActor` to the pools; called once per process, by its door. */
export function createWithActor(pools: Pools): WithActor {
  return (actor, work) =>
    pools[actor.audience].transaction().execute(async (trx) => {
      await sql`select set_config('app.actor', ${actor.accountId ?? ""}, true)`.execute(trx);
      return work(trx);
    });
}
