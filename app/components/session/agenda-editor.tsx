import { ButtonLink } from "~/app/components/ui/button";
import { EmptyState } from "~/app/components/ui/empty-state";
import type { FormErrors } from "~/app/components/ui/form-errors";
import type { SessionPhase } from "~/domain/sessions/window";
import { AgendaCandidates, type Candidate } from "./agenda-candidates";
import { AgendaOrder } from "./agenda-order";
import { agendaLengthText } from "./length-text";
import type { AgendaClip } from "./session-agenda";

interface AgendaEditorProps {
  agenda: readonly AgendaClip[];
  candidates: readonly Candidate[];
  phase: SessionPhase;
  areaName: string;
  donePath: string;
  errors: FormErrors | undefined;
}

/** What is on the agenda, in order, and what may be added to it; nothing to press once the session is over. */
export function AgendaEditor({ agenda, candidates, phase, areaName, donePath, errors }: AgendaEditorProps) {
  if (phase === "after")
    return (
      <EmptyState
        heading="This session is over"
        action={<ButtonLink to={donePath}>See the session</ButtonLink>}
      >
        <p>Its agenda can no longer change.</p>
      </EmptyState>
    );
  return (
    <>
      <section aria-labelledby="on-agenda">
        <h2 id="on-agenda" className="govuk-heading-m">
          On the agenda
        </h2>
        {phase === "in" ? (
          <p>The session has started: clips can be added and moved, but none can be taken off.</p>
        ) : null}
        {agenda.length === 0 ? (
          <p>Nothing yet. Choose clips below and add them.</p>
        ) : (
          <>
            <p>{agendaLengthText(agenda.map(({ lengthMs }) => lengthMs))}</p>
            <AgendaOrder clips={agenda} phase={phase} />
            <ButtonLink to={donePath} variant="secondary">
              See the session
            </ButtonLink>
          </>
        )}
      </section>
      <AgendaCandidates clips={candidates} areaName={areaName} errors={errors} />
    </>
  );
}
