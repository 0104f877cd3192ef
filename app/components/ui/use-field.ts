import type { ReactNode } from "react";
import { useFormSetting } from "~/app/components/ui/form-context";
import { firstFieldError, typedValues } from "~/app/components/ui/form-errors";

/** What every field of ours takes. Without `error`, the field finds its own in the form around it. */
export interface FieldProps {
  name: string;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
}

export interface Field {
  id: string;
  hintId: string;
  errorId: string;
  error: string | undefined;
  describedBy: string | undefined;
  /** What this field held when the form came back refused. */
  typed: string[] | undefined;
}

/** Ids and message of a field; the error summary links to `id`. */
export function useField({ name, id, hint, error }: FieldProps): Field {
  const form = useFormSetting();
  const fieldId = id ?? `${form.idPrefix}${name}`;
  const message = error ?? firstFieldError(form.errors, name);
  const hintId = `${fieldId}-hint`;
  const errorId = `${fieldId}-error`;
  const describing = [hint ? hintId : null, message ? errorId : null].filter((part) => part !== null);
  return {
    id: fieldId,
    hintId,
    errorId,
    error: message,
    typed: typedValues(form.errors, name),
    describedBy: describing.length > 0 ? describing.join(" ") : undefined,
  };
}
