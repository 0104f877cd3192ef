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
  clips: (page = 1) => (page === 1 ? "/clips" : `/clips?page=${page}`),
  newClip: () => "/clips/new",
  clip: (clipId: string, news?: string) => `/clips/${clipId}${news === undefined ? "" : `?news=${news}`}`,
  clipProgress: (clipId: string) => `/clips/${clipId}/progress`,
  clipUpload: (clipId: string, problem?: string) =>
    `/clips/${clipId}/upload${problem === undefined ? "" : `?problem=${problem}`}`,
  clipUploads: (clipId: string) => `/clips/${clipId}/uploads`,
  releaseClip: (clipId: string) => `/clips/${clipId}/release`,
  rejectClip: (clipId: string) => `/clips/${clipId}/reject`,
  pullClip: (clipId: string) => `/clips/${clipId}/pull`,
  uploads: (uploadId: string) => `/uploads/${uploadId}`,
  uploadForm: (clipId: string) => `/uploads/clips/${clipId}`,
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
