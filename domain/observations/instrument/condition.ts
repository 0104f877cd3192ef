import { z } from "zod";

const FACTS = ["isSearch", "searchMarked", "personUnder18", "moreThanOuterClothing"] as const;

export const modeSchema = z.enum(["mode.lite", "mode.standard", "mode.full"]);

/** How much of the instrument an observer works through. */
export type Mode = z.infer<typeof modeSchema>;

/**
 * When a question is shown or a value stored, as data. `question … includes` holds when the answer, single or several,
 * names one of the values; `higher … than` compares the scores of two ordered answers and is false when either has none.
 */
export type Condition =
  | { readonly question: string; readonly includes: readonly string[] }
  | { readonly higher: string; readonly than: string }
  | { readonly fact: (typeof FACTS)[number] }
  | { readonly encounterTypeIn: readonly string[] }
  | { readonly mode: Mode }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const values = z.array(z.string().min(1)).min(1).readonly();

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: z.string(), includes: values }),
    z.strictObject({ higher: z.string(), than: z.string() }),
    z.strictObject({ fact: z.enum(FACTS) }),
    z.strictObject({ encounterTypeIn: values }),
    z.strictObject({ mode: modeSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1).readonly() }),
    z.strictObject({ any: z.array(conditionSchema).min(1).readonly() }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** The ids of all questions a condition looks at. */
export function questionsReadBy(condition: Condition): string[] {
  if ("question" in condition) return [condition.question];
  if ("higher" in condition) return [condition.higher, condition.than];
  if ("all" in condition) return condition.all.flatMap(questionsReadBy);
  if ("any" in condition) return condition.any.flatMap(questionsReadBy);
  return "not" in condition ? questionsReadBy(condition.not) : [];
}
