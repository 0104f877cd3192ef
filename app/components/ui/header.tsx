import { Form, Link } from "@remix-run/react";
import { PRODUCT_NAME } from "~/app/components/ui/page-title";
import { SightlineMark } from "~/app/components/ui/sightline-mark";
import { paths } from "~/app/paths";

export interface SignedInPerson {
  name: string;
  /** In words, with its place where it has one: "Chair, Hackney panel". */
  role: string;
}

export function Header({ person }: { person: SignedInPerson | undefined }) {
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__row">
        <Link to={paths.home()} className="app-header__home">
          <SightlineMark className="app-header__mark" />
          <span className="app-header__name">{PRODUCT_NAME}</span>
        </Link>
        {person ? (
          <div className="app-header__account">
            <div className="app-header__person">{person.name}</div>
            <div className="app-header__role">
              <span>{person.role}</span>
              {/* Leaves by a full page load, so that nothing of this person stays in the browser's memory. */}
              <Form method="post" action={paths.signOut()} reloadDocument>
                <button type="submit" className="app-header__sign-out">
                  Sign out
                </button>
              </Form>
            </div>
          </div>
        ) : null}
      </div>
    </header>
  );
}
