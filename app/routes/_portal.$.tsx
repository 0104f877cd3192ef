import { guard } from "~/app/http/guard.server";
import { NotFound } from "~/domain/errors";

/** An address that is nothing, asked by somebody who is signed in: the same page as for what they may not see. */
export const loader = guard(
  { permission: "account:use", audit: "HOME_VIEWED", auditWhen: "denied" },
  (): null => {
    throw new NotFound("no page has this address");
  },
);

export default function Nowhere() {
  return null;
}
