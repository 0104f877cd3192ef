import { Form as RemixForm, type FormProps as RemixFormProps } from "@remix-run/react";
import { useMemo } from "react";
import { ErrorSummary } from "~/app/components/ui/error-summary";
import { FormContext } from "~/app/components/ui/form-context";
import { type FormErrors, hasFormErrors, NO_FORM_ERRORS } from "~/app/components/ui/form-errors";

interface FormProps extends RemixFormProps {
  /** As the action returned them; every field inside finds its own by name. */
  errors?: FormErrors | undefined;
  /** Keeps ids apart when a page holds the same form twice. */
  idPrefix?: string;
}

/** A POST form that works without scripts. Put the page's title inside, so that the summary stands above it. */
export function Form({ errors = NO_FORM_ERRORS, idPrefix = "", children, ...form }: FormProps) {
  const setting = useMemo(() => ({ errors, idPrefix }), [errors, idPrefix]);
  return (
    <FormContext.Provider value={setting}>
      <RemixForm method="post" noValidate {...form}>
        {hasFormErrors(errors) ? <ErrorSummary errors={errors} idPrefix={idPrefix} /> : null}
        {children}
      </RemixForm>
    </FormContext.Provider>
  );
}
