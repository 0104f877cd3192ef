import type { ByteRange } from "~/storage/object-store";

/** What a Range header asks for: everything, one stretch, the last bytes, or something we do not serve. */
export type RangeRequest =
  | { readonly kind: "whole" }
  | { readonly kind: "stretch"; readonly range: ByteRange }
  | { readonly kind: "tail"; readonly bytes: number }
  | { readonly kind: "refused" };

const STRETCH = /^bytes=(\d{1,15})-(\d{1,15})?$/;
const TAIL = /^bytes=-(\d{1,15})$/;

/** Reads a Range header. Units other than bytes are ignored, as HTTP asks; several ranges at once are refused. */
export function parseRange(header: string | undefined): RangeRequest {
  const text = header?.trim().toLowerCase() ?? "";
  if (!text.startsWith("bytes=")) return { kind: "whole" };
  const tail = TAIL.exec(text)?.[1];
  if (tail !== undefined)
    return Number(tail) > 0 ? { kind: "tail", bytes: Number(tail) } : { kind: "refused" };
  const [, first, last] = STRETCH.exec(text) ?? [];
  if (first === undefined) return { kind: "refused" };
  const start = Number(first);
  if (last === undefined) return { kind: "stretch", range: { start } };
  return Number(last) < start
    ? { kind: "refused" }
    : { kind: "stretch", range: { start, end: Number(last) } };
}
