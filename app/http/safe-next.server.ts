import { paths } from "~/app/paths";

/** Where to go after signing in: the path asked for when it lies on this site, else the start page. */
export function safeNext(next: string | undefined, publicUrl: URL): string {
  const url = next?.startsWith("/") ? URL.parse(next, publicUrl) : null;
  if (url === null || url.origin !== publicUrl.origin) return paths.home();
  // `/.//evil.example` is of this origin, but its path alone would lead a browser elsewhere.
  if (url.pathname.startsWith("//") || /^\/sign-(in|out)\b/.test(url.pathname)) return paths.home();
  return `${url.pathname}${url.search}`;
}
