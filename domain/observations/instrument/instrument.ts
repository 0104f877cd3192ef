import { z } from "zod";
import { conditionSchema, modeSchema } from "./condition";

const optional = z.exactOptional;
const id = (pattern: RegExp) => z.string().max(48).regex(pattern);
const words = z.string().min(1);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const optionSchema = z.strictObject({
  value: words,
  label: words,
  score: optional(z.number().int().nonnegative()),
  missing: optional(z.literal(true)),
  exclusive: optional(z.literal(true)),
  offeredWhen: optional(conditionSchema),
  forcedWhen: optional(conditionSchema),
});

const questionSchema = z.strictObject({
  id: id(/^q\.[a-z]+\.[a-z0-9_]+$/),
  row: words,
  section: words,
  phase: z.enum(["before", "watch", "after_lock"]),
  label: words,
  hint: optional(words),
  type: z.enum(["one", "any", "text", "event", "button"]),
  responseSet: optional(id(/^rs\.[a-z0-9]+$/)),
  options: list(optionSchema),
  picksFromCodes: optional(z.strictObject({ max: z.number().int().positive() })),
  text: optional(z.strictObject({ min: z.number().int().nonnegative(), max: z.number().int().positive() })),
  note: optional(z.strictObject({ max: z.number().int().positive(), askedFor: optional(list(words)) })),
  time: optional(z.literal(true)),
  shown: z.enum(["core", "routed", "extended"]),
  shownWhen: optional(conditionSchema),
  everyModeWhen: optional(conditionSchema),
  storedWhenHidden: optional(z.strictObject({ when: conditionSchema, value: words })),
  defaultsTo: optional(z.strictObject({ when: conditionSchema, value: words })),
  optional: optional(z.union([z.literal(true), conditionSchema])),
  lowReliability: optional(z.literal(true)),
  privateTo: optional(z.literal("welfare_contact")),
});

const sectionSchema = z.strictObject({
  id: words,
  title: words,
  shownWhen: optional(conditionSchema),
});

const buttonSchema = z.strictObject({
  id: id(/^l1\.[a-z_]+$/),
  key: z.string().length(1),
  label: words,
  meaning: words,
  family: words,
  actor: z.enum(["act.off", "act.per", "act.thd", "act.none"]).nullable(),
});

const eventCodeSchema = z.strictObject({
  id: id(/^ev(\.[a-z_]+){2,3}$/),
  button: z.string(),
  kind: z.enum(["pt", "iv"]),
  definition: words,
  introducedIn: words,
  retiredIn: z.string().nullable(),
  replacedBy: z.string().nullable(),
});

const gradeSchema = z.strictObject({
  id: id(/^grade\.\d_[a-z]+$/),
  label: words,
  rag: z.enum(["Green", "Amber", "Red", "Grey"]),
  use: words,
});

/** The shape of an instrument file: everything an observer can be asked, press or record, as data. */
export const instrumentSchema = z.strictObject({
  id: z.literal("edoi"),
  version: id(/^edoi-\d+\.\d+\.\d+$/),
  modes: list(z.strictObject({ id: modeSchema, label: words, content: words })),
  responseSets: list(z.strictObject({ id: id(/^rs\.[a-z0-9]+$/), options: list(optionSchema) })),
  sections: list(sectionSchema),
  questions: list(questionSchema),
  palette: list(buttonSchema),
  eventCodes: list(eventCodeSchema),
  actors: list(z.strictObject({ id: id(/^act\.[a-z]+$/), label: words, kinds: list(words) })),
  triggers: list(id(/^trg\.[a-z_]+$/)),
  effects: list(id(/^eff\.[a-z0-9]+$/)),
  intensities: list(id(/^int\.\d$/)),
  grades: list(gradeSchema),
  flags: list(z.strictObject({ id: id(/^flag\.[a-z_]+$/), label: words })),
});

export type Instrument = z.infer<typeof instrumentSchema>;
export type ResponseSet = Instrument["responseSets"][number];
export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Phase = Question["phase"];
export type PaletteButton = z.infer<typeof buttonSchema>;
export type EventCode = z.infer<typeof eventCodeSchema>;
export type Grade = z.infer<typeof gradeSchema>;
