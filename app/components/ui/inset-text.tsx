import type { ReactNode } from "react";

/** A paragraph set apart from those around it. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}
