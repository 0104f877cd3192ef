import { ButtonLink } from "~/app/components/ui/button";
import { Tag } from "~/app/components/ui/tag";
import { paths } from "~/app/paths";
import { ClipLine } from "./clip-line";
import { agendaLengthText } from "./length-text";
import type { ClipFacts } from "./session-facts";

/** A clip of the agenda as a member finds it. */
export interface AgendaClip extends ClipFacts {
  readonly position: number;
  readonly isPulled: boolean;
  readonly mayWatch: boolean;
  readonly myObservation: "none" | "open" | "locked" | "sealed";
}

interface SessionAgendaProps {
  panelId: string;
  sessionId: string;
  clips: readonly AgendaClip[];
  /** Where the chair puts clips on the agenda; absent for everybody else. */
  editPath: string | undefined;
}

/** The clips of a session in order; each can be opened by whoever may watch it at this moment. */
export function SessionAgenda({ panelId, sessionId, clips, editPath }: SessionAgendaProps) {
  const next = clips.find(({ mayWatch, myObservation }) => mayWatch && myObservation !== "sealed");
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" className="govuk-heading-m">
        Agenda
      </h2>
      {clips.length === 0 ? (
        <NoClips editPath={editPath} />
      ) : (
        <>
          <p>{agendaLengthText(clips.map(({ lengthMs }) => lengthMs))}</p>
          <ol className="app-agenda">
            {clips.map((clip) => (
              <ClipLine key={clip.clipId} clip={clip} position={clip.position}>
                <NextStep
                  clip={clip}
                  to={paths.observe(panelId, sessionId, clip.clipId)}
                  isNext={clip === next}
                />
              </ClipLine>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function NoClips({ editPath }: { editPath: string | undefined }) {
  if (editPath === undefined) return <p>No clips yet. The chair puts them on the agenda.</p>;
  return (
    <>
      <p>No clips yet. Members see here what you put on the agenda.</p>
      <ButtonLink to={editPath}>Put clips on the agenda</ButtonLink>
    </>
  );
}

function NextStep({ clip, to, isNext }: { clip: AgendaClip; to: string; isNext: boolean }) {
  if (clip.isPulled) return <Tag tone="bad">Withdrawn by the police</Tag>;
  if (clip.myObservation === "sealed") return <Tag tone="final">You sealed your observation</Tag>;
  if (!clip.mayWatch) return clip.myObservation === "none" ? null : <Tag>Not sealed</Tag>;
  const isBegun = clip.myObservation !== "none";
  return (
    <ButtonLink to={to} variant={isNext ? "primary" : "secondary"}>
      <span>
        {isBegun ? "Continue observing" : "Watch and observe"}
        <span className="govuk-visually-hidden"> clip {clip.position}</span>
      </span>
    </ButtonLink>
  );
}
