import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ObservationHeading } from "~/app/components/observation/observation-heading";
import { observationStyles } from "~/app/components/observation/observation-styles";
import { markRefusalText, observationRefusalText } from "~/app/components/observation/observation-text";
import { WatchDesk } from "~/app/components/observation/watch-desk";
import { WindowNotice } from "~/app/components/observation/window-notice";
import { BackLink } from "~/app/components/ui/back-link";
import { ButtonLink } from "~/app/components/ui/button";
import { pageTitle } from "~/app/components/ui/page-title";
import { ClipAddress } from "~/app/forms/clip-address";
import { MarkForm } from "~/app/forms/mark-form";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { footageFileName } from "~/app/services/footage/open-footage.server";
import { changeMark } from "~/app/services/observations/change-mark.server";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { palette } from "~/domain/observations/instrument/palette";

export const links = observationStyles;
export const meta: MetaFunction = () => [{ title: pageTitle("Watch and mark") }];

export const loader = guard(
  { permission: "observation:record", audit: "OBSERVATION_VIEWED", params: ClipAddress },
  async ({ ctx, params, person }) => {
    const { clipId, panelId, sessionId } = params;
    const { observation, stage, viewing } = await getObservation(ctx, params);
    if (stage !== "watching" || observation === null)
      throw redirect(paths.observe(panelId, sessionId, clipId));
    return {
      position: viewing.position,
      encounterType: viewing.encounterType,
      isOpenNow: viewing.isOpenNow,
      source: {
        playlistUrl: paths.mediaSession(sessionId, clipId, footageFileName({ kind: "playlist" })),
        posterUrl: paths.mediaSession(sessionId, clipId, footageFileName({ kind: "poster" })),
        durationMs: viewing.facts.clipDurationMs,
      },
      watermark: person?.shortCode ?? "",
      windowEndsAt: viewing.endsAt.toISOString(),
      palette,
      saved: observation.marks.map(({ code, id, pass, playbackRate, tStartMs }) => ({
        id,
        code,
        atMs: tStartMs,
        playbackRate,
        pass,
      })),
      newMarkId: ctx.newId(),
      marksUrl: paths.marks(panelId, sessionId, clipId),
      stopPath: paths.stopObserving(panelId, sessionId, clipId),
      questionsPath: paths.clipQuestions(panelId, sessionId, clipId),
      sessionPath: paths.session(panelId, sessionId),
    };
  },
);

const SENTENCES = { ...observationRefusalText, ...markRefusalText };

export const action = guard(
  { permission: "observation:record", audit: "MARK_CHANGE_ATTEMPTED", params: ClipAddress, form: MarkForm },
  async ({ ctx, input, params }) => {
    if (!input.ok) return invalid(input);
    const outcome = await changeMark(ctx, params, input.value);
    if (!outcome.ok) return refusedBy(input, SENTENCES[outcome.refusal]);
    return redirect(paths.watchClip(params.panelId, params.sessionId, params.clipId));
  },
);

export default function Watch() {
  const { encounterType, isOpenNow, position, questionsPath, sessionPath, ...desk } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={sessionPath}>Session</BackLink>
      <WindowNotice isOpenNow={isOpenNow} />
      <ObservationHeading position={position} step="watch">
        Watch and mark
      </ObservationHeading>
      <WatchDesk {...desk} title={`Clip ${position}, ${encounterType}`} errors={errors} />
      <ButtonLink to={questionsPath}>Continue to the questions</ButtonLink>
    </>
  );
}
