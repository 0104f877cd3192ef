import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BookingFields } from "~/app/components/session/booking-fields";
import { bookingRefusalText } from "~/app/components/session/booking-text";
import { BackLink } from "~/app/components/ui/back-link";
import { Button } from "~/app/components/ui/button";
import { Form } from "~/app/components/ui/form";
import { PageHeading } from "~/app/components/ui/page-heading";
import { pageTitle } from "~/app/components/ui/page-title";
import { BookSessionForm } from "~/app/forms/book-session-form";
import { idField } from "~/app/forms/id-field";
import { invalid, refusedBy } from "~/app/http/form-reply.server";
import { guard } from "~/app/http/guard.server";
import { paths } from "~/app/paths";
import { getPanelToBook } from "~/app/services/panels/get-panel-to-book.server";
import { bookSession } from "~/app/services/sessions/book-session.server";
import type { PanelId } from "~/domain/ids";
import { londonWallClock } from "~/domain/sessions/london-time";

const PanelAddress = z.object({ panelId: idField<PanelId>() });

export const meta: MetaFunction = () => [{ title: pageTitle("Book a session") }];

export const loader = guard(
  { permission: "session:book", audit: "SESSION_BOOK_VIEWED", params: PanelAddress },
  async ({ ctx, params }) => ({
    panel: await getPanelToBook(ctx, params.panelId),
    today: londonWallClock(ctx.now()).date,
  }),
);

export const action = guard(
  {
    permission: "session:book",
    audit: "SESSION_BOOK_ATTEMPTED",
    params: PanelAddress,
    form: BookSessionForm,
  },
  async ({ ctx, input, params: { panelId } }) => {
    if (!input.ok) return invalid(input);
    const outcome = await bookSession(ctx, { panelId, ...input.value });
    if (outcome.ok) return redirect(`${paths.agenda(panelId, outcome.value)}?news=booked`);
    const { field, message } = bookingRefusalText[outcome.refusal];
    return refusedBy(input, message, { field });
  },
);

export default function BookSession() {
  const { panel, today } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  return (
    <>
      <BackLink to={paths.panel(panel.panelId)}>{panel.name}</BackLink>
      <Form errors={errors}>
        <PageHeading lead="Members can accept their seats at once. Next you put clips on its agenda.">
          Book a session
        </PageHeading>
        <BookingFields today={today} />
        <Button busyText="Booking">Book the session</Button>
      </Form>
    </>
  );
}
