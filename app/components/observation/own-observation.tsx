import { MediaTime } from "~/app/components/ui/media-time";
import { SummaryList } from "~/app/components/ui/summary-list";
import type { AnsweredSection } from "./answer-text";

interface OwnObservationProps {
  sections: readonly AnsweredSection[];
  marks: readonly { readonly id: string; readonly atMs: number; readonly label: string }[];
}

/** Everything somebody observed, to read. */
export function OwnObservation({ marks, sections }: OwnObservationProps) {
  return (
    <>
      {sections.map(({ id, rows, title }) => (
        <section key={id} aria-labelledby={`own-${id}`}>
          <h2 id={`own-${id}`} className="govuk-heading-m">
            {title}
          </h2>
          <SummaryList rows={rows.map(({ answer, question }) => ({ key: question, value: answer }))} />
        </section>
      ))}
      <section aria-labelledby="own-marks">
        <h2 id="own-marks" className="govuk-heading-m">
          Your marks
        </h2>
        {marks.length === 0 ? (
          <p>You made no marks.</p>
        ) : (
          <ol className="app-marks app-marks--read">
            {marks.map((mark) => (
              <li key={mark.id} className="app-mark">
                <span className="app-mark__time">
                  <MediaTime milliseconds={mark.atMs} />
                </span>
                <span className="app-mark__label">{mark.label}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}
