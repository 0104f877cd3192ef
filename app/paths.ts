/** Every address of the portal, built in one place. */
export const paths = {
  home: () => "/",
  signIn: (next?: string) =>
    next === undefined || next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`,
  signOut: () => "/sign-out",
  panels: () => "/panels",
  panel: (panelId: string) => `/panels/${panelId}`,
  newSession: (panelId: string) => `/panels/${panelId}/sessions/new`,
  session: (panelId: string, sessionId: string) => `/panels/${panelId}/sessions/${sessionId}`,
  agenda: (panelId: string, sessionId: string) => `/panels/${panelId}/sessions/${sessionId}/agenda`,
  observe: atClip(""),
  watchClip: atClip("/watch"),
  marks: atClip("/marks"),
  stopObserving: atClip("/stop"),
  clipQuestions: atClip("/questions"),
  answers: atClip("/answers"),
  lockObservation: atClip("/lock"),
  policeRecord: atClip("/record"),
  sealObservation: atClip("/seal"),
  mediaSession: (sessionId: string, clipId: string, file: string) =>
    `/media/sessions/${sessionId}/clips/${clipId}/${file}`,
  mediaPreview: (clipId: string, file: string) => `/media/clips/${clipId}/${file}`,
  clips: () => "/clips",
  reports: () => "/reports",
  report: (quarter: string, stratum: string) => `/reports/${quarter}/${stratum}`,
  reportCsv: (quarter: string, stratum: string) => `/reports/${quarter}/${stratum}/csv`,
  auditLog: (before?: number) => (before === undefined ? "/audit" : `/audit?before=${before}`),
  accounts: () => "/accounts",
} as const;

// A clip on the agenda of a session: where a member observes it.
function atClip(page: string) {
  return (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}${page}`;
}
