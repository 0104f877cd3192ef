import { useState } from "react";
import { Button, ButtonGroup } from "~/app/components/ui/button";
import { Radios } from "~/app/components/ui/radios";
import { WarningText } from "~/app/components/ui/warning-text";
import type { Question } from "~/domain/observations/instrument/instrument";

interface BeforeQuestionsProps {
  conflict: Question;
  ready: Question;
}

/** What is asked before a clip plays. Somebody who has a link is told what happens before they send it. */
export function BeforeQuestions({ conflict, ready }: BeforeQuestionsProps) {
  const [link, setLink] = useState<string>();
  const hasLink = link === "possible" || link === "yes";
  return (
    <>
      <Radios
        name={conflict.id}
        legend={conflict.label}
        legendSize="m"
        hint={conflict.hint}
        choices={conflict.options.map(({ label, value }) => ({ label, value }))}
        onValueChange={setLink}
      />
      {hasLink ? (
        <WarningText>
          If you continue, the clip stays closed to you and only the chair can decide otherwise. You cannot
          take this back yourself.
        </WarningText>
      ) : (
        <Radios
          name={ready.id}
          legend={ready.label}
          legendSize="m"
          hint={ready.hint}
          choices={ready.options.map(({ label, value }) => ({ label, value }))}
        />
      )}
      <ButtonGroup>
        <Button busyText="One moment">{hasLink ? "Stop here" : "Continue"}</Button>
      </ButtonGroup>
    </>
  );
}
