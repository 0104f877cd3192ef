import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A content key as it may rest in the database. */
export interface WrappedKey {
  readonly masterKeyId: string;
  readonly wrapped: Uint8Array;
}

/** Makes and opens content keys. The master key never leaves it; a KMS fits the same interface. */
export interface KeyRing {
  /** A fresh 16-byte AES-128 key, bound to the rendition it is for. */
  createKey(renditionId: string): { readonly key: Uint8Array; readonly wrapped: WrappedKey };
  /** Throws when the key was wrapped under another master key, for another rendition, or was changed. */
  openKey(renditionId: string, wrapped: WrappedKey): Uint8Array;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key ring over one 32-byte master key: AES-256-GCM, the rendition's id as associated data. */
export function createLocalKeyRing(masterKey: Uint8Array, masterKeyId: string): KeyRing {
  if (masterKey.length !== 32)
    throw new Error(`FOOTAGE_MASTER_KEY holds ${masterKey.length} bytes, expected 32`);
  return {
    createKey(renditionId) {
      const key = randomBytes(16);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", masterKey, iv);
      cipher.setAAD(Buffer.from(renditionId));
      const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
      return { key, wrapped: { masterKeyId, wrapped: Buffer.concat([iv, sealed, cipher.getAuthTag()]) } };
    },
    openKey(renditionId, { masterKeyId: usedId, wrapped }) {
      if (usedId !== masterKeyId)
        throw new Error(`key of ${renditionId} is wrapped under ${usedId}, this ring holds ${masterKeyId}`);
      const bytes = Buffer.from(wrapped);
      const decipher = createDecipheriv("aes-256-gcm", masterKey, bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(renditionId));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
      return Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES)),
        decipher.final(),
      ]);
    },
  };
}
