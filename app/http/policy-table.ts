import type { Permission } from "~/domain/accounts/permissions";

/** The methods that anything here answers; HEAD goes with GET. */
export type PolicyMethod = "GET" | "POST" | "PATCH" | "DELETE";

/** Per method the permission it must ask for; a method without one is not answered. */
export type PolicyRow = Readonly<Partial<Record<PolicyMethod, Permission>>>;

/**
 * What we expect of every route and mount, written by hand and apart from the code that does it: the server does
 * not start while the two differ, so a mistake must be made twice.
 */
export const policyTable: Readonly<Record<string, PolicyRow>> = {
  root: {},
  "routes/_portal": { GET: "account:use" },
  "routes/_portal.$": { GET: "account:use" },
  "routes/_portal._index": { GET: "account:use" },
  "routes/_portal.accounts": { GET: "account:list" },
  "routes/_portal.audit": { GET: "audit:view" },
  "routes/_portal.clips._index": { GET: "clip:list" },
  "routes/_portal.clips.$clipId._index": { GET: "clip:view" },
  "routes/_portal.clips.$clipId.progress": { GET: "clip:view" },
  "routes/_portal.clips.$clipId.pull": { GET: "clip:pull", POST: "clip:pull" },
  "routes/_portal.clips.$clipId.reject": { GET: "clip:reject", POST: "clip:reject" },
  "routes/_portal.clips.$clipId.release": { GET: "clip:release", POST: "clip:release" },
  "routes/_portal.clips.$clipId.upload": { GET: "clip:upload" },
  "routes/_portal.clips.$clipId.uploads": { POST: "clip:upload" },
  "routes/_portal.clips.new": { GET: "clip:register", POST: "clip:register" },
  "routes/_portal.panels._index": { GET: "panel:list" },
  "routes/_portal.panels.$panelId._index": { GET: "panel:view" },
  "routes/_portal.panels.$panelId.sessions.new": { GET: "session:book", POST: "session:book" },
  "routes/_portal.panels.$panelId.sessions.$sessionId._index": { GET: "session:view", POST: "seat:decide" },
  "routes/_portal.panels.$panelId.sessions.$sessionId.agenda": { GET: "agenda:edit", POST: "agenda:edit" },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId._index": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.answers": { POST: "observation:record" },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.lock": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.marks": { POST: "observation:record" },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.questions": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.record": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.seal": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.stop": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.panels.$panelId.sessions.$sessionId.clips.$clipId.watch": {
    GET: "observation:record",
    POST: "observation:record",
  },
  "routes/_portal.reports._index": { GET: "report:list", POST: "report:view" },
  "routes/_portal.reports.$quarter.$stratum": { GET: "report:view" },
  "routes/reports.$quarter.$stratum.csv": { GET: "report:export" },
  "routes/sign-in": { GET: "account:sign-in", POST: "account:sign-in" },
  "routes/sign-out": { POST: "account:sign-in" },

  assets: { GET: "account:sign-in" },
  health: { GET: "account:sign-in" },
  "media/clips": { GET: "footage:preview" },
  "media/sessions": { GET: "footage:view" },
  uploads: { GET: "clip:upload", POST: "clip:upload", PATCH: "clip:upload", DELETE: "clip:upload" },
};
