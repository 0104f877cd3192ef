/** What is wrong with a form: per field, by its `name`, and as a whole. */
export interface FormErrors {
  fieldErrors: Record<string, string[]>;
  formErrors: string[];
}

export const NO_FORM_ERRORS: FormErrors = { fieldErrors: {}, formErrors: [] };

export function hasFormErrors(errors: FormErrors): boolean {
  return errors.formErrors.length > 0 || Object.values(errors.fieldErrors).some((texts) => texts.length > 0);
}

/** The one message a field shows; the next one appears once this one is mended. */
export function firstFieldError(errors: FormErrors, name: string): string | undefined {
  return errors.fieldErrors[name]?.[0];
}
