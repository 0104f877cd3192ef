import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface Item {
  key: string;
  title: ReactNode;
  to: string;
  meta?: ReactNode;
  tag?: ReactNode;
}

interface ItemListProps {
  label: string;
  items: readonly Item[];
  /** One below the heading the list stands under. */
  headingLevel?: 2 | 3;
}

/** Things to open, one below the other; the whole row is the link. */
export function ItemList({ label, items, headingLevel = 2 }: ItemListProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="app-items" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className="app-items__item">
          <div className="app-items__text">
            <Heading className="app-items__title">
              <Link className="govuk-link govuk-link--no-visited-state" to={item.to}>
                {item.title}
              </Link>
            </Heading>
            {item.meta ? <p className="app-items__meta">{item.meta}</p> : null}
          </div>
          {item.tag}
        </li>
      ))}
    </ul>
  );
}
