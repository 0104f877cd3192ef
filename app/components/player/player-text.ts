/** Why there is no picture. */
export type PlayerTrouble =
  | "window-closed"
  | "not-available"
  | "connection-lost"
  | "too-fast"
  | "cannot-play";

/** What the player says instead of a picture. */
export const PLAYER_TROUBLE_TEXT: Record<PlayerTrouble, { readonly heading: string; readonly body: string }> =
  {
    "window-closed": {
      heading: "The viewing window is closed",
      body: "Footage can be watched during the session only. What you have recorded is kept.",
    },
    "not-available": {
      heading: "This clip is not available",
      body: "It may have been withdrawn, or you may have been signed out. Go back to the session and try again.",
    },
    "connection-lost": {
      heading: "The connection is lost",
      body: "Play again when it is back. Nothing that you have recorded is lost.",
    },
    "too-fast": {
      heading: "One moment",
      body: "Footage is sent about as fast as it can be watched. It goes on by itself in a few seconds.",
    },
    "cannot-play": {
      heading: "The clip could not be played",
      body: "Check your connection and try again. If it happens again, use another browser.",
    },
  };

/** "1 minute 23 seconds", for those who hear the place in the clip instead of seeing it. */
export function spokenTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`);
  return said.length > 0 ? said.join(" ") : "0 seconds";
}
