import type { Identity, Place, Time } from "~/app/http/testing/matrix-world";
import type { Permission } from "~/domain/accounts/permissions";

export interface Asking {
  readonly who: Identity;
  readonly where: Place;
  readonly when: Time;
}

const OF_THE_PANEL: readonly Identity[] = ["without-footage", "unseated", "member", "chair"];
const SEATED: readonly Identity[] = ["member", "chair"];
const OFFICERS: readonly Identity[] = ["liaison", "liaison-elsewhere"];

const is = (identities: readonly Identity[]) => (asking: Asking) => identities.includes(asking.who);
const ofOwn = (identities: readonly Identity[]) => (asking: Asking) =>
  asking.where === "own" && identities.includes(asking.who);

/**
 * Who may, written by hand from the table of roles and apart from the code: on one's own panel and command unit, and
 * with footage inside the window only. A permission with a thing (a clip, a panel, a session) is asked per place.
 */
export const MAY: Readonly<Record<Permission, (asking: Asking) => boolean>> = {
  "account:sign-in": () => true,
  "account:use": ({ who }) => who !== "anonymous" && who !== "disabled",
  "panel:list": is([...OF_THE_PANEL, "withdrawn"]),
  "panel:view": ofOwn(OF_THE_PANEL),
  "session:view": ofOwn(OF_THE_PANEL),
  "session:book": ofOwn(["chair"]),
  "agenda:edit": ofOwn(["chair"]),
  "seat:decide": ofOwn(OF_THE_PANEL),
  "footage:view": (asking) => asking.when === "in" && ofOwn(SEATED)(asking),
  "observation:record": (asking) => asking.when === "in" && ofOwn(SEATED)(asking),
  "clip:list": is(OFFICERS),
  "clip:register": is(OFFICERS),
  "clip:view": ofOwn(["liaison"]),
  "clip:upload": ofOwn(["liaison"]),
  "clip:release": ofOwn(["liaison"]),
  "clip:reject": ofOwn(["liaison"]),
  "clip:pull": ofOwn(["liaison"]),
  "clip:prepare": () => false,
  "footage:preview": ofOwn(["liaison"]),
  "report:list": is(["analyst"]),
  "report:view": is(["analyst"]),
  "report:export": is(["analyst"]),
  "audit:view": is(["auditor"]),
  "account:list": is(["administrator"]),
};

/** Where a permission alone does not say it: the first page of a clip tells its panel when it opens, at any time. */
export const MAY_READ: Readonly<Record<string, (asking: Asking) => boolean>> = {
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId._index": ofOwn(["unseated", ...SEATED]),
};
