import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerErrors } from "~/app/components/observation/answer-errors";
import { ObservationHeading } from "~/app/components/observation/observation-heading";
import { observationStyles } from "~/app/components/observation/observation-styles";
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
import { getObservation } from "~/app/services/observations/get-observation.server";
import { listMissingAnswers } from "~/app/services/observations/list-missing-answers.server";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { buildQuestionnaire, type Questionnaire } from "~/domain/observations/questionnaire";

const QuestionsQuery = z.object({ check: z.literal("yes").optional().catch(undefined) });

export const links = observationStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("What you saw") }];

export const loader = guard(
  {
    permission: "observation:record",
    audit: "OBSERVATION_VIEWED",
    params: ClipAddress,
    query: QuestionsQuery,
  },
  async ({ ctx, params, query }) => {
    const { clipId, panelId, sessionId } = params;
    const view = await getObservation(ctx, params);
    if (view.stage !== "watching" || view.observation === null)
      throw redirect(paths.observe(panelId, sessionId, clipId));
    return {
      questionnaire: buildQuestionnaire(edoi100, { phase: "watch", ...view.observation }),
      missing:
        query.check === undefined
          ? null
          : answerErrors(edoi100, listMissingAnswers(view, ["before", "watch"])),
      isOpenNow: view.viewing.isOpenNow,
      position: view.viewing.position,
      watchPath: paths.watchClip(panelId, sessionId, clipId),
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
      phases: ["before", "watch"],
      here: paths.clipQuestions(panelId, sessionId, clipId),
      onward: paths.lockObservation(panelId, sessionId, clipId),
    });
  },
);

export default function Questions() {
  const { isOpenNow, missing, position, questionnaire, saveUrl, watchPath } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>() ?? missing ?? undefined;
  return (
    <>
      <BackLink to={watchPath}>Back to the footage</BackLink>
      <WindowNotice isOpenNow={isOpenNow} />
      <QuestionForm
        // Because Remix describes what a loader sends with `undefined` added to whatever may be absent.
        questionnaire={questionnaire as Questionnaire}
        errors={errors}
        saveUrl={saveUrl}
        heading={
          <ObservationHeading
            position={position}
            step="questions"
            lead="Answer from what the footage shows. “Cannot tell” is a good answer when it is true."
          >
            What you saw
          </ObservationHeading>
        }
      >
        <ButtonGroup>
          <Button name="step" value="continue" busyText="One moment">
            Continue
          </Button>
          <Button name="step" value="save" variant="secondary">
            Save
          </Button>
        </ButtonGroup>
      </QuestionForm>
    </>
  );
}
