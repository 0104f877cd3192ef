import type { ReactNode } from "react";
import { lengthText } from "./length-text";
import type { ClipFacts } from "./session-facts";

/** A clip on an agenda: its place, what kind of encounter it shows and where, and what can be done with it. */
export function ClipLine({
  clip,
  position,
  children,
}: {
  clip: ClipFacts;
  position: number;
  children?: ReactNode;
}) {
  return (
    <li className="app-agenda__item">
      <span className="app-agenda__place" aria-hidden="true">
        {position}
      </span>
      <div>
        <h3 className="app-agenda__title">
          <span className="govuk-visually-hidden">Clip {position}: </span>
          {clip.encounterType}
        </h3>
        <p className="app-agenda__meta">{clipText(clip)}</p>
      </div>
      <div className="app-agenda__side">{children}</div>
    </li>
  );
}

/** "Newham · 4 min 14 sec · NE-12AB34" */
export function clipText({ borough, lengthMs, reference }: ClipFacts): string {
  return [borough, ...(lengthMs === null ? [] : [lengthText(lengthMs)]), reference].join(" · ");
}
