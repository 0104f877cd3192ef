import { data } from "@remix-run/node";
import type { FormErrors, FormInput, FormValues } from "~/app/forms/form-input";

type Unreadable = Extract<FormInput<unknown>, { ok: false }>;

/** 422: the form comes back with what was typed and what to put right. */
export function invalid({ fieldErrors, formErrors, values }: Unreadable) {
  return data<FormErrors>({ fieldErrors, formErrors, values }, { status: 422 });
}

/** 409 (or 429): the form was sound but what it asks is refused; the sentence stands at its head, or at one field. */
export function refusedBy(
  { values }: { readonly values: FormValues },
  message: string,
  { field, status = 409 }: { field?: string; status?: 409 | 429 } = {},
) {
  const fieldErrors = field === undefined ? {} : { [field]: [message] };
  return data<FormErrors>(
    { fieldErrors, formErrors: field === undefined ? [message] : [], values },
    { status },
  );
}
