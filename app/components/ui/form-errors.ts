/** What is wrong with a form, per field (by its `name`) and as a whole, and what had been typed. */
export interface FormErrors {
  fieldErrors: Record<string, string[]>;
  formErrors: string[];
  /** Without them a page sent anew, as it is where no scripts run, would come back empty. */
  values?: Record<string, string | string[]> | undefined;
}

export const NO_FORM_ERRORS: FormErrors = { fieldErrors: {}, formErrors: [] };

export function hasFormErrors(errors: FormErrors): boolean {
  return errors.formErrors.length > 0 || Object.values(errors.fieldErrors).some((texts) => texts.length > 0);
}

/** The one message a field shows; the next one appears once this one is mended. */
export function firstFieldError(errors: FormErrors, name: string): string | undefined {
  return errors.fieldErrors[name]?.[0];
}

/** What had been typed in a field or ticked in a group; undefined while nothing has been sent. */
export function typedValues(errors: FormErrors, name: string): string[] | undefined {
  return errors.values && [errors.values[name] ?? []].flat();
}
