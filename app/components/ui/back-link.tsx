import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

/** The way back, named after where it leads. */
export function BackLink({ to, children = "Back" }: { to: string; children?: ReactNode }) {
  return (
    <Link to={to} className="govuk-back-link">
      {children}
    </Link>
  );
}
