import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { observationStyles } from "~/app/components/observation/observation-styles";
import { observationRefusalText } from "~/app/components/observation/observation-text";
import { BackLink } from "~/app/components/ui/back-link";
import { Button, ButtonGroup, ButtonLink } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { WarningText } from "~/app/components/ui/warning-text";
import { ClipAddress } from "~/app/forms/clip-address";
import { ConfirmForm } from "~/app/forms/confirm-form";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { recuseObserver } from "~/app/services/observations/recuse-observer.server";

export const links = observationStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("I recognise someone") }];

export const loader = guard(
  { permission: "observation:record", audit: "OBSERVATION_VIEWED", params: ClipAddress },
  async ({ ctx, params: { clipId, panelId, sessionId } }) => {
    const { stage, viewing } = await getObservation(ctx, { clipId, panelId, sessionId });
    const back = paths.observe(panelId, sessionId, clipId);
    if (stage !== "before" && stage !== "watching") throw redirect(back);
    return { position: viewing.position, back };
  },
);

export const action = guard(
  {
    permission: "observation:record",
    audit: "OBSERVER_RECUSE_ATTEMPTED",
    params: ClipAddress,
    form: ConfirmForm,
  },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const outcome = await recuseObserver(ctx, params);
    if (!outcome.ok) return refusedBy(input, observationRefusalText[outcome.refusal]);
    return redirect(paths.observe(params.panelId, params.sessionId, params.clipId));
  },
);

export default function RecogniseSomeone() {
  const { back, position } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={back}>Clip {position}</BackLink>
      <Form errors={errors}>
        <PageHeading
          caption={`Clip ${position}`}
          lead="The clip has stopped. Look away from any shared screen."
        >
          You recognise someone
        </PageHeading>
        <p>
          Whoever knows a person in the footage, on either side of the encounter, takes no part in observing
          it. That protects them and you. You do not have to say who it is.
        </p>
        <WarningText>The clip closes for you for good, and your answers on it will not count.</WarningText>
        <input type="hidden" name="confirm" value="yes" />
        <ButtonGroup>
          <Button variant="warning" busyText="Stopping">
            Stop and take no further part
          </Button>
          <ButtonLink variant="secondary" to={back}>
            I was wrong, go back
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  );
}
