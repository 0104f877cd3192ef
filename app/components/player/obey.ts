import { frameStep } from "~/app/components/player/frame-step";
import { JUMP_MS, nextRate, type PlayerCommand } from "~/app/components/player/player-command";
import type { Engine } from "~/app/components/player/player-engine";

/** Does with the engine what a person has told the player. */
export function obey(engine: Engine, command: Exclude<PlayerCommand, "toggle-full-screen">): void {
  const jump = (milliseconds: number) => engine.seekTo(Math.max(0, engine.currentTimeMs() + milliseconds));
  const step = (direction: 1 | -1) => {
    engine.pause();
    engine.seekTo(frameStep(engine.currentTimeMs(), direction));
  };
  const change = (direction: 1 | -1) => engine.setPlaybackRate(nextRate(engine.playbackRate(), direction));
  const acts: Record<typeof command, () => void> = {
    "toggle-play": () => (engine.isPaused() ? engine.play() : engine.pause()),
    back: () => jump(-JUMP_MS),
    forward: () => jump(JUMP_MS),
    "frame-back": () => step(-1),
    "frame-forward": () => step(1),
    "toggle-mute": () => engine.setMuted(!engine.isMuted()),
    slower: () => change(-1),
    faster: () => change(1),
  };
  acts[command]();
}
