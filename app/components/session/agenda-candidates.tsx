import { Form } from "@remix-run/react";
import { useMemo } from "react";
import { Button } from "~/app/components/ui/button";
import { Checkboxes } from "~/app/components/ui/checkboxes";
import { EmptyState } from "~/app/components/ui/empty-state";
import { FormContext } from "~/app/components/ui/form-context";
import { type FormErrors, NO_FORM_ERRORS } from "~/app/components/ui/form-errors";
import { londonDate } from "~/app/components/ui/london-time";
import { clipText } from "./clip-line";
import type { ClipFacts } from "./session-facts";

const SHOWN_AT_MOST = 100;

/** A released clip that is not on the agenda. */
export interface Candidate extends ClipFacts {
  /** The start of the latest other session that had it. */
  readonly lastOnAgendaAt: Date | null;
}

interface AgendaCandidatesProps {
  clips: readonly Candidate[];
  areaName: string;
  /** Shown beside the clips; the page has the summary, because it holds other forms too. */
  errors: FormErrors | undefined;
}

/** The released clips that a chair may add, those the panel has never watched first. */
export function AgendaCandidates({ clips, areaName, errors = NO_FORM_ERRORS }: AgendaCandidatesProps) {
  const setting = useMemo(() => ({ errors, idPrefix: "" }), [errors]);
  if (clips.length === 0)
    return (
      <EmptyState heading="No other clip to add">
        <p>
          There is no other released clip from {areaName}. When a liaison officer releases one, it appears
          here.
        </p>
      </EmptyState>
    );
  const isCut = clips.length >= SHOWN_AT_MOST;
  return (
    <FormContext.Provider value={setting}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="add" />
        <Checkboxes
          name="clipIds"
          legend="Add clips"
          legendSize="m"
          hint={`${isCut ? `${SHOWN_AT_MOST} released clips` : "Released clips"} from ${areaName}. Those your panel has not had before come first.`}
          choices={clips.map((clip) => ({
            value: clip.clipId,
            label: clip.encounterType,
            hint: candidateText(clip),
          }))}
        />
        <Button busyText="Adding">Add to the agenda</Button>
      </Form>
    </FormContext.Provider>
  );
}

function candidateText(clip: Candidate): string {
  if (clip.lastOnAgendaAt === null) return clipText(clip);
  return `${clipText(clip)} · on the agenda of ${londonDate(clip.lastOnAgendaAt)}`;
}
