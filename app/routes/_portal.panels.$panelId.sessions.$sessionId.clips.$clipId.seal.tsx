import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answeredSections } from "~/app/components/observation/answer-text";
import { ObservationHeading } from "~/app/components/observation/observation-heading";
import { observationStyles } from "~/app/components/observation/observation-styles";
import { observationRefusalText } from "~/app/components/observation/observation-text";
import { OwnObservation } from "~/app/components/observation/own-observation";
import { SealedNotice } from "~/app/components/observation/sealed-notice";
import { WindowNotice } from "~/app/components/observation/window-notice";
import { BackLink } from "~/app/components/ui/back-link";
import { Button, ButtonGroup, ButtonLink } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { pageTitle } from "~/app/components/ui/page-title";
import { WarningText } from "~/app/components/ui/warning-text";
import { ClipAddress } from "~/app/forms/clip-address";
import { ConfirmForm } from "~/app/forms/confirm-form";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { listMissingAnswers } from "~/app/services/observations/list-missing-answers.server";
import { sealObservation } from "~/app/services/observations/seal-observation.server";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { buildQuestionnaire } from "~/domain/observations/questionnaire";
import { normaliseAnswers } from "~/domain/observations/route-questions";

export const links = observationStyles;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.contentSha256 ? "Your sealed observation" : "Seal your observation") },
];

export const loader = guard(
  { permission: "observation:record", audit: "OBSERVATION_VIEWED", params: ClipAddress },
  async ({ ctx, params }) => {
    const { clipId, panelId, sessionId } = params;
    const view = await getObservation(ctx, params);
    const { contentSha256, observation, stage, viewing } = view;
    if (observation === null || (stage !== "locked" && stage !== "sealed"))
      throw redirect(paths.observe(panelId, sessionId, clipId));
    const recordPath = paths.policeRecord(panelId, sessionId, clipId);
    if (stage === "locked" && Object.keys(listMissingAnswers(view, ["after_lock"])).length > 0)
      throw redirect(`${recordPath}?check=yes`);
    const { answers, facts, marks, mode } = observation;
    const { moments } = buildQuestionnaire(edoi100, { phase: "before", ...observation });
    return {
      contentSha256,
      position: viewing.position,
      isOpenNow: viewing.isOpenNow,
      sections: answeredSections(edoi100, normaliseAnswers(edoi100, mode, answers, facts)),
      marks: marks.map(({ id, tStartMs }, index) => ({
        id,
        atMs: tStartMs,
        label: moments[index]?.label ?? "",
      })),
      recordPath,
      sessionPath: paths.session(panelId, sessionId),
    };
  },
);

export const action = guard(
  {
    permission: "observation:record",
    audit: "OBSERVATION_SEAL_ATTEMPTED",
    params: ClipAddress,
    form: ConfirmForm,
  },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const outcome = await sealObservation(ctx, params);
    if (!outcome.ok) return refusedBy(input, observationRefusalText[outcome.refusal]);
    return redirect(paths.sealObservation(params.panelId, params.sessionId, params.clipId));
  },
);

export default function Seal() {
  const { contentSha256, isOpenNow, marks, position, recordPath, sections, sessionPath } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  if (contentSha256 !== null) {
    return (
      <>
        <BackLink to={sessionPath}>Session</BackLink>
        <SealedNotice contentSha256={contentSha256} />
        <ObservationHeading position={position} step="seal">
          Your observation
        </ObservationHeading>
        <ButtonLink to={sessionPath}>Back to the session</ButtonLink>
        <OwnObservation sections={sections} marks={marks} />
      </>
    );
  }
  return (
    <>
      <BackLink to={recordPath}>The police record and your view</BackLink>
      <WindowNotice isOpenNow={isOpenNow} />
      <Form errors={errors}>
        <ObservationHeading
          position={position}
          step="seal"
          lead="Read it once more, then seal it at the end."
        >
          Seal your observation
        </ObservationHeading>
        <OwnObservation sections={sections} marks={marks} />
        <WarningText>After sealing, nobody can change this observation, you included.</WarningText>
        <input type="hidden" name="confirm" value="yes" />
        <ButtonGroup>
          <Button busyText="Sealing">Seal my observation</Button>
          <ButtonLink variant="secondary" to={recordPath}>
            Change my view first
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  );
}
