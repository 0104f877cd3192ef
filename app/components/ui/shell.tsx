import type { ReactNode } from "react";
import { Footer } from "~/app/components/ui/footer";
import { Header, type SignedInPerson } from "~/app/components/ui/header";
import { type NavigationItem, PrimaryNavigation } from "~/app/components/ui/primary-navigation";

interface ShellProps {
  /** Who is signed in; without a person the page is one for strangers. */
  person?: SignedInPerson | undefined;
  navigation?: readonly NavigationItem[];
  children: ReactNode;
}

/** Everything around a page. */
export function Shell({ person, navigation = [], children }: ShellProps) {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <Header person={person} />
      {navigation.length > 0 ? <PrimaryNavigation items={navigation} /> : null}
      <div className="govuk-width-container">
        <main id="main" className="govuk-main-wrapper" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer />
    </>
  );
}
