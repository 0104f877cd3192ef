/** Somebody who is signed in and needs no browser. */
export interface Visitor {
  /** The whole Cookie header. */
  readonly cookie: string;
  /** Redirects are answered, not followed. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, form: Readonly<Record<string, string>> | URLSearchParams): Promise<Response>;
}

/** Signs a planted person in over HTTP; throws when the portal refuses. */
export async function signInVisitor(url: string, email: string, passphrase: string): Promise<Visitor> {
  const reply = await submit(url, "/sign-in", { email, passphrase, next: "/" }, "");
  const cookie = reply.headers.getSetCookie()[0]?.split(";")[0];
  if (reply.status !== 302 || !cookie) throw new Error(`${email} could not sign in: ${reply.status}`);
  return {
    cookie,
    get: (path, headers = {}) => fetch(url + path, { headers: { ...headers, cookie }, redirect: "manual" }),
    post: (path, form) => submit(url, path, form, cookie),
  };
}

function submit(
  url: string,
  path: string,
  form: Readonly<Record<string, string>> | URLSearchParams,
  cookie: string,
): Promise<Response> {
  return fetch(url + path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { origin: url, cookie },
    redirect: "manual",
  });
}
