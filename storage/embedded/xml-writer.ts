/** Text that is already XML; only `element` makes it, so nothing reaches a reply unescaped. */
export class Markup {
  constructor(readonly text: string) {}
}

export type XmlContent = Markup | string | number | boolean | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** One element; strings are escaped, undefined children leave nothing behind. */
export function element(name: string, ...content: readonly XmlContent[]): Markup {
  const inner = content.map((child) => (child instanceof Markup ? child.text : escapeXml(child))).join("");
  return new Markup(`<${name}>${inner}</${name}>`);
}

/** A whole document in S3's namespace. */
export function s3Document(root: string, ...content: readonly XmlContent[]): string {
  const { text } = element(root, ...content);
  const namespaced = text.replace(`<${root}>`, `<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${namespaced}`;
}

/** The document S3 answers errors with, which carries no namespace. */
export function errorDocument(...content: readonly XmlContent[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("Error", ...content).text}`;
}

/** A time as S3 writes it into XML. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function escapeXml(value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  return String(value).replace(
    /[&<>"'\p{Cc}\u2028]/gu,
    (character) => ENTITIES[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}
