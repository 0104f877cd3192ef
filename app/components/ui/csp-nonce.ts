import { createContext, useContext } from "react";

/** The nonce of this response. Only the server knows it: browsers hide it from scripts. */
export const CspNonce = createContext<string | undefined>(undefined);

export function useCspNonce(): string | undefined {
  return useContext(CspNonce);
}
