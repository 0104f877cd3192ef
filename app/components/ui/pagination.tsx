import { Link } from "@remix-run/react";

interface PaginationProps {
  /** Counted from 1. */
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
  label?: string;
}

/** The way through a long list; nothing when it fits on one page. */
export function Pagination({ page, pageCount, hrefFor, label = "Pages" }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav className="app-pagination" aria-label={label}>
      {page > 1 ? (
        <Link className="govuk-link app-pagination__link" to={hrefFor(page - 1)} rel="prev">
          Previous
          <span className="govuk-visually-hidden"> page</span>
        </Link>
      ) : null}
      <span>
        Page {page} of {pageCount}
      </span>
      {page < pageCount ? (
        <Link className="govuk-link app-pagination__link" to={hrefFor(page + 1)} rel="next">
          Next
          <span className="govuk-visually-hidden"> page</span>
        </Link>
      ) : null}
    </nav>
  );
}
