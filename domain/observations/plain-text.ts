import { granted, type Result, refused } from "~/domain/result";

export type TextRefusal = "text-too-short" | "text-too-long" | "text-not-plain";

// biome-ignore lint/suspicious/noControlCharactersInRegex: because the database refuses NUL in JSON, and no other control character is writing.
const NOT_WRITING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}/u;

/**
 * Reads free text: outer blanks trimmed and line breaks as "\n", so that lengths agree with a browser's `maxlength`
 * (UTF-16 units); refuses control characters and broken surrogate pairs.
 */
export function parsePlainText(
  raw: string,
  limits: { readonly min: number; readonly max: number },
): Result<string, TextRefusal> {
  const text = raw.replace(/\r\n?/g, "\n").trim();
  if (NOT_WRITING.test(text)) return refused("text-not-plain");
  if (text.length < limits.min) return refused("text-too-short");
  return text.length > limits.max ? refused("text-too-long") : granted(text);
}
