import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BeforeQuestions } from "~/app/components/observation/before-questions";
import { ObservationHeading } from "~/app/components/observation/observation-heading";
import { observationStyles } from "~/app/components/observation/observation-styles";
import { observationRefusalText } from "~/app/components/observation/observation-text";
import { StoppedNotice } from "~/app/components/observation/stopped-notice";
import { WindowNotice } from "~/app/components/observation/window-notice";
import { BackLink } from "~/app/components/ui/back-link";
import { Button } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { BeforeForm } from "~/app/forms/before-form";
import { ClipAddress } from "~/app/forms/clip-address";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { openObservation } from "~/app/services/observations/open-observation.server";
import { saveAnswers } from "~/app/services/observations/save-answers.server";
import { questionsBeforePlaying } from "~/domain/observations/instrument/questions-before-playing";

const PAGE_OF_STAGE = {
  watching: paths.watchClip,
  locked: paths.policeRecord,
  sealed: paths.sealObservation,
} as const;

export const links = observationStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("Before you watch") }];

export const loader = guard(
  { permission: "observation:record", audit: "OBSERVATION_VIEWED", params: ClipAddress },
  async ({ ctx, params }) => {
    const { clipId, panelId, sessionId } = params;
    const { stage, stop, viewing } = await getObservation(ctx, params);
    if (stage === "watching" || stage === "locked" || stage === "sealed")
      throw redirect(PAGE_OF_STAGE[stage](panelId, sessionId, clipId));
    const { encounterType, isOpenNow, position } = viewing;
    const [conflict, ready] = questionsBeforePlaying;
    if (!conflict || !ready) throw new Error("the instrument asks nothing before playing");
    return {
      stage,
      stop,
      isOpenNow,
      position,
      encounterType,
      conflict,
      ready,
      sessionPath: paths.session(panelId, sessionId),
    };
  },
);

export const action = guard(
  {
    permission: "observation:record",
    audit: "OBSERVATION_OPEN_ATTEMPTED",
    params: ClipAddress,
    form: BeforeForm,
  },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const opened = await openObservation(ctx, params);
    if (!opened.ok) return refusedBy(input, observationRefusalText[opened.refusal]);
    const saved = await saveAnswers(ctx, params, input.value);
    if (!saved.ok) return refusedBy(input, observationRefusalText[saved.refusal]);
    return redirect(paths.observe(params.panelId, params.sessionId, params.clipId));
  },
);

export default function BeforeWatching() {
  const { conflict, encounterType, isOpenNow, position, ready, sessionPath, stage, stop } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  if (stop !== null) {
    const canReturn = stop === "clip-skipped" && isOpenNow;
    return (
      <>
        <BackLink to={sessionPath}>Session</BackLink>
        <PageHeading caption={`Clip ${position}`}>You have stopped</PageHeading>
        <StoppedNotice reason={stop} sessionPath={sessionPath} />
        {canReturn ? (
          <Form errors={errors}>
            <input type="hidden" name="q.pre.conflict" value="none" />
            <input type="hidden" name="q.pre.ready" value="yes" />
            <Button variant="quiet">I want to watch it after all</Button>
          </Form>
        ) : null}
      </>
    );
  }
  return (
    <>
      <BackLink to={sessionPath}>Session</BackLink>
      {stage === "closed" ? (
        <>
          <PageHeading caption={`Clip ${position}`}>Before you watch</PageHeading>
          <WindowNotice isOpenNow={false} />
        </>
      ) : (
        <Form errors={errors}>
          <ObservationHeading
            position={position}
            step="before"
            lead={`${encounterType}. Two questions first.`}
          >
            Before you watch
          </ObservationHeading>
          <BeforeQuestions conflict={conflict} ready={ready} />
        </Form>
      )}
    </>
  );
}
