import { NavLink } from "@remix-run/react";

export interface LinkTab {
  to: string;
  text: string;
  count?: number;
  /** Current only at exactly this address, not below it. */
  end?: boolean;
}

/** Views of one thing, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className="app-tabs" aria-label={label}>
      <ul className="app-tabs__list">
        {tabs.map(({ to, text, count, end }) => (
          <li key={to}>
            <NavLink to={to} className="app-tabs__link" end={end ?? false}>
              {text}
              {count === undefined ? null : <span className="app-tabs__count">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
