/** What a person can tell the player. */
export type PlayerCommand =
  | "toggle-play"
  | "back"
  | "forward"
  | "frame-back"
  | "frame-forward"
  | "toggle-mute"
  | "slower"
  | "faster"
  | "toggle-full-screen";

/** As much of a key press as decides what it means. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const COMMAND_OF: Readonly<Record<string, PlayerCommand>> = {
  " ": "toggle-play",
  ArrowLeft: "back",
  ArrowRight: "forward",
  ",": "frame-back",
  ".": "frame-forward",
  m: "toggle-mute",
};

/** The command of a key, or null. A button that has the focus keeps the space bar for itself. */
export function commandOfKey(press: KeyPress, isOnButton: boolean): PlayerCommand | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === " " && isOnButton) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(COMMAND_OF, key) ? (COMMAND_OF[key] ?? null) : null;
}

export const JUMP_MS = 5_000;
export const PLAYBACK_RATES = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** The next slower or faster rate; the same again at either end. */
export function nextRate(current: number, direction: 1 | -1): number {
  const faster = PLAYBACK_RATES.find((rate) => rate > current);
  const slower = PLAYBACK_RATES.findLast((rate) => rate < current);
  return (direction === 1 ? faster : slower) ?? current;
}
