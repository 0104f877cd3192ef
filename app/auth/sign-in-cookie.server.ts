import { isSessionId } from "~/app/auth/session-id.server";
import type { AccountKind } from "~/domain/accounts/actor";

/** The one cookie of the portal: it carries the id of the auth session and ends with the browser. */
export interface SignInCookie {
  /** The id in a Cookie header; null when there is none, when it is not of our making, or when two contradict. */
  read(header: string | undefined): string | null;
  /** The Set-Cookie value that signs a person in. */
  issue(id: string, kind: AccountKind): string;
  /** The Set-Cookie value that takes the cookie back. */
  withdraw(): string;
}

/** Binds the cookie to the public address: `__Host-` and Secure over https, a bare name on a loopback address. */
export function createSignInCookie(publicUrl: URL): SignInCookie {
  const isSecure = publicUrl.protocol === "https:";
  const name = isSecure ? "__Host-sid" : "sid";
  const attributes = `Path=/; HttpOnly${isSecure ? "; Secure" : ""}`;
  return {
    read(header) {
      const values = (header ?? "")
        .split(";")
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      const [id, ...others] = values;
      return id !== undefined && others.length === 0 && isSessionId(id) ? id : null;
    },
    issue(id, kind) {
      return `${name}=${id}; ${attributes}; SameSite=${kind === "administrator" ? "Strict" : "Lax"}`;
    },
    withdraw() {
      return `${name}=; ${attributes}; SameSite=Lax; Max-Age=0`;
    },
  };
}
