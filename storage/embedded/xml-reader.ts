import { S3Error } from "./s3-error";

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  name: string;
  text: string;
  children: XmlElement[];
}

const MOST_DEPTH = 8;
const DECLARATION = /^\uFEFF?\s*(?:<\?xml [^<>]*\?>)?\s*/;
const TOKEN =
  /<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads a small request document. It knows elements, text and the five entities and refuses everything else
 * (document types, comments, CDATA, processing instructions) with MalformedXML.
 */
export function readXml(source: string): XmlElement {
  const root: OpenElement = { name: "", text: "", children: [] };
  const open: OpenElement[] = [root];
  TOKEN.lastIndex = DECLARATION.exec(source)?.[0].length ?? 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source);
    const current = open.at(-1);
    if (token === null || current === undefined) throw new S3Error("MalformedXML");
    const [, closing, name, attributes, selfClosing, text] = token;
    if (text !== undefined) current.text += decodeReferences(text);
    else if (name === undefined) throw new S3Error("MalformedXML");
    else if (closing) closeElement(open, name, attributes, selfClosing);
    else {
      const child: OpenElement = { name, text: "", children: [] };
      current.children.push(child);
      if (!selfClosing) open.push(child);
      if (open.length > MOST_DEPTH) throw new S3Error("MalformedXML");
    }
  }
  const [only, second] = root.children;
  if (open.length !== 1 || only === undefined || second !== undefined || root.text.trim() !== "") {
    throw new S3Error("MalformedXML");
  }
  return only;
}

/** The text of the only child of that name; undefined when there is none, MalformedXML when there are several. */
export function childText(parent: XmlElement, name: string): string | undefined {
  const [found, second] = parent.children.filter((child) => child.name === name);
  if (second !== undefined) throw new S3Error("MalformedXML");
  return found?.text;
}

function closeElement(open: OpenElement[], name: string, attributes?: string, selfClosing?: string): void {
  const closed = open.pop();
  if (closed?.name !== name || attributes || selfClosing) throw new S3Error("MalformedXML");
  if (closed.children.length > 0 && closed.text.trim() !== "") throw new S3Error("MalformedXML");
}

function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (_all, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named] ?? "";
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal ?? "", 10);
    if (!(code >= 0 && code <= 0x10ffff)) throw new S3Error("MalformedXML");
    return String.fromCodePoint(code);
  });
}
