import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerErrors } from "~/app/components/observation/answer-errors";
import { ObservationHeading } from "~/app/components/observation/observation-heading";
import { observationStyles } from "~/app/components/observation/observation-styles";
import { PoliceRecord } from "~/app/components/observation/police-record";
import { QuestionForm } from "~/app/components/observation/question-form";
import { WindowNotice } from "~/app/components/observation/window-notice";
import { BackLink } from "~/app/components/ui/back-link";
import { Button, ButtonGroup } from "~/app/components/ui/button";
import { pageTitle } from "~/app/components/ui/page-title";
import { AnswersForm } from "~/app/forms/answers-form";
import { ClipAddress } from "~/app/forms/clip-address";
import { replyToAnswers } from "~/app/http/answers-reply.server";
import { invalid } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getObservation, getPoliceRecord } from "~/app/services/observations/get-observation.server";
import { listMissingAnswers } from "~/app/services/observations/list-missing-answers.server";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { buildQuestionnaire, type Questionnaire } from "~/domain/observations/questionnaire";

const RecordQuery = z.object({ check: z.literal("yes").optional().catch(undefined) });

export const links = observationStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("The police record and your view") }];

export const loader = guard(
  {
    permission: "observation:record",
    audit: "POLICE_RECORD_REVEALED",
    params: ClipAddress,
    query: RecordQuery,
  },
  async ({ ctx, params, query }) => {
    const { clipId, panelId, sessionId } = params;
    const view = await getObservation(ctx, params);
    const record = view.stage === "locked" ? await getPoliceRecord(ctx, params) : null;
    if (record === null || view.observation === null)
      throw redirect(paths.observe(panelId, sessionId, clipId));
    return {
      record,
      questionnaire: buildQuestionnaire(edoi100, { phase: "after_lock", ...view.observation }),
      missing:
        query.check === undefined ? null : answerErrors(edoi100, listMissingAnswers(view, ["after_lock"])),
      isOpenNow: view.viewing.isOpenNow,
      position: view.viewing.position,
      sessionPath: paths.session(panelId, sessionId),
      saveUrl: paths.answers(panelId, sessionId, clipId),
    };
  },
);

export const action = guard(
  {
    permission: "observation:record",
    audit: "OBSERVATION_SAVE_ATTEMPTED",
    params: ClipAddress,
    form: AnswersForm,
  },
  ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const { clipId, panelId, sessionId } = params;
    return replyToAnswers(ctx, {
      place: params,
      input,
      phases: ["after_lock"],
      here: paths.policeRecord(panelId, sessionId, clipId),
      onward: paths.sealObservation(panelId, sessionId, clipId),
    });
  },
);

export default function RecordAndView() {
  const { isOpenNow, missing, position, questionnaire, record, saveUrl, sessionPath } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>() ?? missing ?? undefined;
  return (
    <>
      <BackLink to={sessionPath}>Session</BackLink>
      <WindowNotice isOpenNow={isOpenNow} />
      <QuestionForm
        // Because Remix describes what a loader sends with `undefined` added to whatever may be absent.
        questionnaire={questionnaire as Questionnaire}
        errors={errors}
        saveUrl={saveUrl}
        heading={
          <>
            <ObservationHeading
              position={position}
              step="record"
              lead="Your answers about the footage are locked. Now compare them with the record, and say what you think overall."
            >
              The police record and your view
            </ObservationHeading>
            <PoliceRecord {...record} />
          </>
        }
      >
        <ButtonGroup>
          <Button name="step" value="continue" busyText="One moment">
            Continue to seal
          </Button>
          <Button name="step" value="save" variant="secondary">
            Save
          </Button>
        </ButtonGroup>
      </QuestionForm>
    </>
  );
}
