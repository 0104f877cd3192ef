import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ObservationHeading } from "~/app/components/observation/observation-heading";
import { observationStyles } from "~/app/components/observation/observation-styles";
import { observationRefusalText } from "~/app/components/observation/observation-text";
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
import { lockObservation } from "~/app/services/observations/lock-observation.server";

export const links = observationStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("Lock your answers") }];

export const loader = guard(
  { permission: "observation:record", audit: "OBSERVATION_VIEWED", params: ClipAddress },
  async ({ ctx, params }) => {
    const { clipId, panelId, sessionId } = params;
    const view = await getObservation(ctx, params);
    const { isOpenNow, position } = view.viewing;
    if (view.stage !== "watching") throw redirect(paths.observe(panelId, sessionId, clipId));
    const questionsPath = paths.clipQuestions(panelId, sessionId, clipId);
    if (Object.keys(listMissingAnswers(view, ["before", "watch"])).length > 0)
      throw redirect(`${questionsPath}?check=yes`);
    return { isOpenNow, position, questionsPath, markCount: view.observation?.marks.length ?? 0 };
  },
);

export const action = guard(
  {
    permission: "observation:record",
    audit: "OBSERVATION_LOCK_ATTEMPTED",
    params: ClipAddress,
    form: ConfirmForm,
  },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const outcome = await lockObservation(ctx, params);
    if (!outcome.ok) return refusedBy(input, observationRefusalText[outcome.refusal]);
    return redirect(paths.policeRecord(params.panelId, params.sessionId, params.clipId));
  },
);

export default function LockAnswers() {
  const { isOpenNow, markCount, position, questionsPath } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={questionsPath}>Your answers</BackLink>
      <WindowNotice isOpenNow={isOpenNow} />
      <Form errors={errors}>
        <ObservationHeading position={position} step="questions">
          Lock your answers and see the police record
        </ObservationHeading>
        <p>
          Every question about the footage is answered, and you made {markCount}{" "}
          {markCount === 1 ? "mark" : "marks"}. Next you see what the police recorded: the power they used,
          what they were looking for and the outcome.
        </p>
        <p>
          Your answers are locked first, so that knowing how it ended cannot colour what you saw. Your overall
          view comes after.
        </p>
        <WarningText>You cannot change your answers or your marks after this.</WarningText>
        <input type="hidden" name="confirm" value="yes" />
        <ButtonGroup>
          <Button busyText="Locking">Lock and see the police record</Button>
          <ButtonLink variant="secondary" to={questionsPath}>
            Check my answers again
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  );
}
