import { Form } from "@remix-run/react";
import { Button } from "~/app/components/ui/button";
import type { SessionPhase } from "~/domain/sessions/window";
import { ClipLine } from "./clip-line";
import type { AgendaClip } from "./session-agenda";

/** The agenda as the chair works on it: each clip can be moved by a place and, before the session, taken off. */
export function AgendaOrder({ clips, phase }: { clips: readonly AgendaClip[]; phase: SessionPhase }) {
  return (
    <ol className="app-agenda">
      {clips.map((clip, index) => (
        <ClipLine key={clip.clipId} clip={clip} position={index + 1}>
          <div className="app-button-row">
            {index > 0 ? <Move clip={clip} direction="up" /> : null}
            {index < clips.length - 1 ? <Move clip={clip} direction="down" /> : null}
            {phase === "before" ? (
              <Change fields={{ intent: "remove", clipId: clip.clipId }} label="Remove" clip={clip} />
            ) : null}
          </div>
        </ClipLine>
      ))}
    </ol>
  );
}

function Move({ clip, direction }: { clip: AgendaClip; direction: "up" | "down" }) {
  const label = direction === "up" ? "Move up" : "Move down";
  return <Change fields={{ intent: "move", clipId: clip.clipId, direction }} label={label} clip={clip} />;
}

interface ChangeProps {
  fields: Readonly<Record<string, string>>;
  label: string;
  clip: AgendaClip;
}

function Change({ fields, label, clip }: ChangeProps) {
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button small variant={fields.intent === "remove" ? "quiet" : "secondary"}>
        <span>
          {label}
          <span className="govuk-visually-hidden">
            {" "}
            clip {clip.position}, {clip.encounterType}, {clip.reference}
          </span>
        </span>
      </Button>
    </Form>
  );
}
