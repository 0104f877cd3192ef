/** Every address of the portal, built in one place. */
export const paths = {
  home: () => "/",
  signIn: (next?: string) =>
    next === undefined || next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`,
  signOut: () => "/sign-out",
  panels: () => "/panels",
  observe: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}`,
  watchClip: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/watch`,
  marks: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/marks`,
  stopObserving: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/stop`,
  clipQuestions: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/questions`,
  answers: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/answers`,
  lockObservation: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/lock`,
  policeRecord: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/record`,
  sealObservation: (panelId: string, sessionId: string, clipId: string) =>
    `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/seal`,
  clips: () => "/clips",
  reports: () => "/reports",
  report: (quarter: string, stratum: string) => `/reports/${quarter}/${stratum}`,
  reportCsv: (quarter: string, stratum: string) => `/reports/${quarter}/${stratum}/csv`,
  auditLog: (before?: number) => (before === undefined ? "/audit" : `/audit?before=${before}`),
  accounts: () => "/accounts",
} as const;
