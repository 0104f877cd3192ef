import { answerFaultText, observationRefusalText } from "~/app/components/observation/observation-text";
import { AnswersForm } from "~/app/forms/answers-form";
import { ClipAddress } from "~/app/forms/clip-address";
import { guard } from "~/app/http/guard.server";
import { saveAnswers } from "~/app/services/observations/save-answers.server";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";

// What changes on a page of questions is saved here in the background; the page itself takes the form without scripts.
export const action = guard(
  {
    permission: "observation:record",
    audit: "OBSERVATION_SAVE_ATTEMPTED",
    params: ClipAddress,
    form: AnswersForm,
  },
  async ({ ctx, input, params }) => {
    if (!input.ok) return Response.json({ message: "These answers could not be read." }, { status: 422 });
    const saved = await saveAnswers(ctx, params, input.value.given);
    if (!saved.ok) return Response.json({ message: observationRefusalText[saved.refusal] }, { status: 409 });
    const faults = edoi100.questions.flatMap((question) => {
      const fault = saved.value.faults[question.id];
      return fault === undefined ? [] : [[question.id, answerFaultText(question, fault)]];
    });
    return Response.json({ faults: Object.fromEntries(faults) });
  },
);
