import { type ReactNode, useEffect, useState } from "react";
import { classNames } from "~/app/components/ui/class-names";
import { FieldFrame } from "~/app/components/ui/field-frame";
import { type FieldProps, useField } from "~/app/components/ui/use-field";

interface PasswordFieldProps extends FieldProps {
  label: ReactNode;
  autoComplete: "current-password" | "new-password";
}

/** A passphrase, which its owner may look at once scripts run. */
export function PasswordField({ label, hint, error, name, id, autoComplete }: PasswordFieldProps) {
  const field = useField({ name, id, hint, error });
  const [enhanced, setEnhanced] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setEnhanced(true), []);

  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <div className="app-password">
        <input
          type={shown ? "text" : "password"}
          id={field.id}
          name={name}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className={classNames("govuk-input", field.error && "govuk-input--error")}
          aria-describedby={field.describedBy}
          aria-invalid={field.error ? true : undefined}
        />
        {enhanced ? (
          <button
            type="button"
            className="govuk-button govuk-button--secondary"
            aria-controls={field.id}
            aria-label={shown ? "Hide passphrase" : "Show passphrase"}
            onClick={() => setShown(!shown)}
          >
            {shown ? "Hide" : "Show"}
          </button>
        ) : null}
      </div>
    </FieldFrame>
  );
}
