import { randomBytes } from "node:crypto";
import { hashSessionId } from "~/app/auth/session-id.server";
import type { SessionStore } from "~/app/auth/session-store";
import {
  deleteAuthSession,
  findLiveAuthSession,
  insertAuthSession,
  touchAuthSession,
} from "~/db/queries/auth-sessions";
import type { Trx } from "~/db/with-actor";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

// 40 letters of 5 bits each; a byte modulo 32 is even because 256 is a multiple of 32.
function createSessionId(): string {
  return Array.from(randomBytes(40), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}

/** Logins without lucia over the same table: the proof, by the same contract, that it can be taken out in one line. */
export function openOwnStore(trx: Trx): SessionStore {
  return {
    async create(accountId, { ipPrefix, deviceClass }) {
      const id = createSessionId();
      await insertAuthSession(trx, { idHash: hashSessionId(id), accountId, ipPrefix, deviceClass });
      return id;
    },
    async find(id) {
      const idHash = hashSessionId(id);
      const live = await findLiveAuthSession(trx, idHash);
      if (live?.isTouchDue) await touchAuthSession(trx, idHash);
      return live?.account ?? null;
    },
    end: (id) => deleteAuthSession(trx, hashSessionId(id)),
  };
}
