import { useLocation } from "@remix-run/react";
import { errorPageText } from "~/app/components/ui/error-page-text";
import { PageHeading } from "~/app/components/ui/page-heading";
import { paths } from "~/app/paths";

/** What a person sees instead of a page, with one next step. */
export function ErrorPage({ error }: { error: unknown }) {
  const { pathname, search } = useLocation();
  const { heading, sentences, reference, next } = errorPageText(error);
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {reference ? (
        <p>
          If it happens again, report it with this reference:{" "}
          <strong className="app-numeric">{reference}</strong>
        </p>
      ) : null}
      {/* A plain link, because after an error the page should be built anew. */}
      <a className="govuk-button" href={next.to === "start" ? paths.home() : `${pathname}${search}`}>
        {next.text}
      </a>
    </>
  );
}
