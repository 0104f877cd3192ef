import { z } from "zod";
import { parseId } from "~/domain/ids";

/** An id in a URL or a hidden field: a lower-case UUID and nothing else. Name its kind: `idField<PanelId>()`. */
export function idField<Id extends string>() {
  return z.string().transform((text, context): Id => {
    const id = parseId<Id>(text);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: "This is not an id", input: text });
    return z.NEVER;
  });
}
