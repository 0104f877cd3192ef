/** What came of something sent in the background. */
export type Reply =
  | { readonly kind: "done"; readonly body: unknown }
  | { readonly kind: "refused"; readonly message: string }
  /** Nobody answered, or the server could not: the same thing may be sent again. */
  | { readonly kind: "again"; readonly isSignedOut: boolean };

export type Fields = readonly (readonly [string, string])[];

const REFUSED = "The portal did not take this. Load the page again and check what is there.";

/** Sends fields as a form would, without leaving the page; never throws. */
export async function sendForm(url: string, fields: Fields): Promise<Reply> {
  try {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    // Whoever is signed out is sent to another page; here that must be seen, not followed.
    const response = await fetch(url, { method: "POST", body, redirect: "manual" });
    if (response.type === "opaqueredirect") return { kind: "again", isSignedOut: true };
    if (response.status >= 500 || response.status === 429) return { kind: "again", isSignedOut: false };
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok) return { kind: "done", body: reply };
    return { kind: "refused", message: messageIn(reply) };
  } catch {
    return { kind: "again", isSignedOut: false };
  }
}

function messageIn(reply: unknown): string {
  const isMessage = typeof reply === "object" && reply !== null && "message" in reply;
  // Remix names an error of its own "message" as well, but never as a 409.
  return isMessage && typeof reply.message === "string" ? reply.message : REFUSED;
}
