import { createContext, useContext } from "react";
import { type FormErrors, NO_FORM_ERRORS } from "~/app/components/ui/form-errors";

/** What a form tells its fields, so that a page need not repeat it on each of them. */
export interface FormSetting {
  errors: FormErrors;
  idPrefix: string;
}

export const FormContext = createContext<FormSetting>({ errors: NO_FORM_ERRORS, idPrefix: "" });

export function useFormSetting(): FormSetting {
  return useContext(FormContext);
}
