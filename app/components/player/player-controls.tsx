import { PLAYBACK_RATES, type PlayerCommand } from "~/app/components/player/player-command";
import { PlayerIcon, type PlayerIconName } from "~/app/components/player/player-icon";
import type { PlayerFace } from "~/app/components/player/run-engine";
import { classNames } from "~/app/components/ui/class-names";

interface PlayerControlsProps {
  face: PlayerFace;
  isFullScreen: boolean;
  canFullScreen: boolean;
  disabled: boolean;
  onCommand: (command: PlayerCommand) => void;
}

/** The buttons below the picture. */
export function PlayerControls(props: PlayerControlsProps) {
  const { canFullScreen, disabled, face, isFullScreen, onCommand } = props;
  const control = (command: PlayerCommand, icon: PlayerIconName, name: string, more: ControlLook = {}) => (
    <button
      type="button"
      className={classNames("app-player__button", more.className)}
      aria-label={name}
      title={more.hint ? `${name} (${more.hint})` : name}
      disabled={disabled || more.isAtEnd === true}
      onClick={() => onCommand(command)}
    >
      <PlayerIcon name={icon} />
      {more.text ? <span aria-hidden="true">{more.text}</span> : null}
    </button>
  );
  return (
    <div className="app-player__controls">
      <div className="app-player__group app-player__group--moving">
        {control("frame-back", "frame-back", "Back one frame", { hint: "comma" })}
        {control("back", "back", "Back 5 seconds", { hint: "left arrow", text: "5" })}
        {face.isPaused
          ? control("toggle-play", "play", "Play", {
              className: "app-player__button--play",
              hint: "space",
              text: "Play",
            })
          : control("toggle-play", "pause", "Pause", {
              className: "app-player__button--play",
              hint: "space",
              text: "Pause",
            })}
        {control("forward", "forward", "Forward 5 seconds", { hint: "right arrow", text: "5" })}
        {control("frame-forward", "frame-forward", "Forward one frame", { hint: "full stop" })}
      </div>
      <div className="app-player__group">
        {control("slower", "slower", "Slower", { isAtEnd: face.rate <= PLAYBACK_RATES[0] })}
        <output className="app-player__rate">{face.rate}× speed</output>
        {control("faster", "faster", "Faster", { isAtEnd: face.rate >= 2 })}
        {face.isMuted
          ? control("toggle-mute", "muted", "Sound on", { hint: "M" })
          : control("toggle-mute", "sound", "Sound off", { hint: "M" })}
        {canFullScreen
          ? control(
              "toggle-full-screen",
              isFullScreen ? "small-screen" : "full-screen",
              isFullScreen ? "Leave full screen" : "Full screen",
            )
          : null}
      </div>
    </div>
  );
}

interface ControlLook {
  className?: string;
  hint?: string;
  text?: string;
  isAtEnd?: boolean;
}
