import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia } from "lucia";
import { hashSessionId } from "~/app/auth/session-id.server";
import type { AuthSessionOrigin, SessionStore } from "~/app/auth/session-store";
import {
  deleteAuthSession,
  findLiveAuthSession,
  insertAuthSession,
  touchAuthSession,
} from "~/db/queries/auth-sessions";
import type { Trx } from "~/db/with-actor";
import type { SignedInAccount } from "~/domain/accounts/signed-in-account";
import type { AccountId } from "~/domain/ids";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    UserId: AccountId;
    DatabaseSessionAttributes: AuthSessionOrigin;
    DatabaseUserAttributes: { readonly account: SignedInAccount };
  }
}

// The database's clock has already judged the row: an end this far off keeps lucia from expiring or prolonging it by its own.
const JUDGED_ELSEWHERE = new Date("9999-12-31T00:00:00Z");

function adapterOver(trx: Trx): Adapter {
  return {
    async getSessionAndUser(id): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const idHash = hashSessionId(id);
      const live = await findLiveAuthSession(trx, idHash);
      if (live === null) return [null, null];
      if (live.isTouchDue) await touchAuthSession(trx, idHash);
      const { account } = live;
      return [
        {
          id,
          userId: account.accountId,
          expiresAt: JUDGED_ELSEWHERE,
          attributes: { ipPrefix: "", deviceClass: "" },
        },
        { id: account.accountId, attributes: { account } },
      ];
    },
    async setSession({ id, userId, attributes: { ipPrefix, deviceClass } }) {
      await insertAuthSession(trx, { idHash: hashSessionId(id), accountId: userId, ipPrefix, deviceClass });
    },
    async deleteSession(id) {
      await deleteAuthSession(trx, hashSessionId(id));
    },
    getUserSessions: refuseToServe("getUserSessions"),
    updateSessionExpiration: refuseToServe("updateSessionExpiration"),
    deleteUserSessions: refuseToServe("deleteUserSessions"),
    deleteExpiredSessions: refuseToServe("deleteExpiredSessions"),
  };
}

function refuseToServe(method: keyof Adapter): () => Promise<never> {
  return () => Promise.reject(new Error(`lucia called ${method}; expected our own queries to do that`));
}

function createLucia(trx: Trx) {
  return new Lucia(adapterOver(trx), { getUserAttributes: ({ account }) => ({ account }) });
}

/** Logins as lucia keeps them, over our own table and within the caller's transaction. */
export function openLuciaStore(trx: Trx): SessionStore {
  const lucia = createLucia(trx);
  return {
    async create(accountId, origin) {
      const session = await lucia.createSession(accountId, origin);
      return session.id;
    },
    async find(id) {
      const { user } = await lucia.validateSession(id);
      return user === null ? null : user.account;
    },
    end: (id) => deleteAuthSession(trx, hashSessionId(id)),
  };
}
