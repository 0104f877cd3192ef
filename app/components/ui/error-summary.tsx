import { type MouseEvent, useEffect, useRef } from "react";
import type { FormErrors } from "~/app/components/ui/form-errors";

interface ErrorSummaryProps {
  errors: FormErrors;
  idPrefix?: string;
}

const TITLE_PREFIX = "Error: ";

/** What must be put right, first on the page; it takes the focus each time a form comes back refused. */
export function ErrorSummary({ errors, idPrefix = "" }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer from the server is announced again.
  useEffect(() => {
    const title = document.title;
    if (!title.startsWith(TITLE_PREFIX)) document.title = TITLE_PREFIX + title;
    box.current?.focus();
    return () => {
      if (document.title === TITLE_PREFIX + title) document.title = title;
    };
  }, [errors]);

  const fields = Object.entries(errors.fieldErrors).flatMap(([name, texts]) =>
    texts.slice(0, 1).map((text) => ({ name, text })),
  );
  return (
    <div ref={box} className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.formErrors.map((text) => (
              <li key={text}>{text}</li>
            ))}
            {fields.map(({ name, text }) => (
              <li key={name}>
                <a href={`#${idPrefix}${name}`} onClick={focusTarget}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function focusTarget(event: MouseEvent<HTMLAnchorElement>): void {
  const field = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
