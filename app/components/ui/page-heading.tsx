import type { ReactNode } from "react";

interface PageHeadingProps {
  children: ReactNode;
  /** What the page belongs to, above its name. */
  caption?: ReactNode;
  /** One sentence that says what the page is for. */
  lead?: ReactNode;
  /** The page's one next step, beside its name. */
  action?: ReactNode;
}

/** The `<h1>` of a page. */
export function PageHeading({ children, caption, lead, action }: PageHeadingProps) {
  return (
    <header className="app-title">
      <div className="app-title__row">
        <div>
          {caption ? <span className="govuk-caption-l">{caption}</span> : null}
          <h1 className="govuk-heading-l">{children}</h1>
          {lead ? <p className="app-title__lead">{lead}</p> : null}
        </div>
        {action}
      </div>
    </header>
  );
}
