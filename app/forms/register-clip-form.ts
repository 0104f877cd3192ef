import { z } from "zod";
import type { EncounterDescription } from "~/domain/footage/registration";

const CHOICE = /^[a-z]+[.][a-z0-9_]+$/;
const BOROUGH = /^E\d{8}$/;
const MISREAD = "Choose one of the answers offered";

function chosen(missing: string, pattern = CHOICE) {
  return z.string({ error: missing }).trim().min(1, { error: missing, abort: true }).regex(pattern, MISREAD);
}

const chosenIfRecorded = z
  .string()
  .trim()
  .regex(/^$|^[a-z]+[.][a-z0-9_]+$/, MISREAD)
  .optional()
  .transform((id) => (id === undefined || id === "" ? null : id));

/** How an encounter is described; what was left at "Not recorded" becomes null. Whether a choice is offered today is asked later. */
export const RegisterClipForm: z.ZodType<EncounterDescription> = z.strictObject({
  encounterType: chosen("Choose the type of encounter"),
  occurredOn: z
    .string({ error: "Enter the date of the encounter" })
    .trim()
    .min(1, { error: "Enter the date of the encounter", abort: true })
    .refine(isDay, "Enter a real date"),
  boroughGss: chosen("Choose the borough", BOROUGH),
  powerId: chosenIfRecorded,
  objectId: chosenIfRecorded,
  outcomeId: chosenIfRecorded,
  ethnicityId: chosenIfRecorded,
  ageBandId: chosenIfRecorded,
  genderId: chosenIfRecorded,
  selectionMethod: chosen("Choose how the encounter was selected"),
});

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
