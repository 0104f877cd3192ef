import { NavLink } from "@remix-run/react";

export interface NavigationItem {
  to: string;
  text: string;
  /** Current only at exactly this address, not below it. */
  end?: boolean;
}

export function PrimaryNavigation({ items }: { items: readonly NavigationItem[] }) {
  return (
    <nav className="app-navigation" aria-label="Main">
      <div className="govuk-width-container">
        <ul className="app-navigation__list">
          {items.map(({ to, text, end }) => (
            <li key={to}>
              <NavLink to={to} className="app-navigation__link" end={end ?? false}>
                {text}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
