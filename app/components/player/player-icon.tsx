const PATHS = {
  play: "M8 5v14l11-7z",
  pause: "M7 5h4v14H7zm6 0h4v14h-4z",
  back: "M12 5V1L6 6l6 5V7a6 6 0 1 1-6 6H4a8 8 0 1 0 8-8z",
  forward: "M12 5V1l6 5-6 5V7a6 6 0 1 0 6 6h2a8 8 0 1 1-8-8z",
  "frame-back": "M15 5v14l-9-7zm2 0h3v14h-3z",
  "frame-forward": "M9 5v14l9-7zM4 5h3v14H4z",
  sound:
    "M4 9v6h4l5 5V4L8 9zm12.5 3a4.5 4.5 0 0 0-2.5-4v8a4.5 4.5 0 0 0 2.5-4zM14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6z",
  muted:
    "M4 9v6h4l5 5V4L8 9zm11.1-.5L14 9.6l2.4 2.4-2.4 2.4 1.1 1.1 2.4-2.4 2.4 2.4 1.1-1.1-2.4-2.4L21 9.6l-1.1-1.1-2.4 2.4z",
  slower: "M5 11h14v2H5z",
  faster: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  "full-screen": "M4 4h7v2H6v5H4zm9 0h7v7h-2V6h-5zM4 13h2v5h5v2H4zm14 0h2v7h-7v-2h5z",
  "small-screen": "M9 4h2v7H4V9h5zm4 0h2v5h5v2h-7zM4 13h7v7H9v-5H4zm9 0h7v2h-5v5h-2z",
} as const;

export type PlayerIconName = keyof typeof PATHS;

/** A picture on a button of the player; the button says in words what it does. */
export function PlayerIcon({ name }: { name: PlayerIconName }) {
  return (
    <svg
      className="app-player__icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
