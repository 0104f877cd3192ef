import { markRefusalText, observationRefusalText } from "~/app/components/observation/observation-text";
import { ClipAddress } from "~/app/forms/clip-address";
import { MarkForm } from "~/app/forms/mark-form";
import { guard } from "~/app/http/guard.server";
import { changeMark } from "~/app/services/observations/change-mark.server";

const SENTENCES = { ...observationRefusalText, ...markRefusalText };

// Taps arrive here in the background; where no scripts run, the page of the footage takes the form.
export const action = guard(
  { permission: "observation:record", audit: "MARK_CHANGE_ATTEMPTED", params: ClipAddress, form: MarkForm },
  async ({ ctx, input, params }) => {
    if (!input.ok) return Response.json({ message: "This mark could not be read." }, { status: 422 });
    const outcome = await changeMark(ctx, params, input.value);
    if (!outcome.ok) return Response.json({ message: SENTENCES[outcome.refusal] }, { status: 409 });
    return Response.json({});
  },
);
