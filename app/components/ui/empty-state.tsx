import type { ReactNode } from "react";
import { SightlineMark } from "~/app/components/ui/sightline-mark";

interface EmptyStateProps {
  /** What is not there yet. */
  heading: ReactNode;
  /** Why, and what will bring it here. */
  children: ReactNode;
  action?: ReactNode;
}

/** Stands where a list will be and says what to do. */
export function EmptyState({ heading, children, action }: EmptyStateProps) {
  return (
    <section className="app-empty">
      <SightlineMark className="app-empty__mark" />
      <h2 className="govuk-heading-m">{heading}</h2>
      <div className="govuk-body">{children}</div>
      {action}
    </section>
  );
}
