import { type RefObject, useEffect, useState } from "react";

export interface FullScreen {
  /** False on telephones that show nothing but the bare video in full; ours would lose its watermark there. */
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Lets an element fill the screen, with everything that lies in it. */
export function useFullScreen(ref: RefObject<HTMLElement>): FullScreen {
  const [isPossible, setPossible] = useState(false);
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    setPossible(document.fullscreenEnabled === true);
    const follow = () =>
      setOn(document.fullscreenElement !== null && document.fullscreenElement === ref.current);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, [ref]);
  const toggle = () => {
    const change = document.fullscreenElement ? document.exitFullscreen() : ref.current?.requestFullscreen();
    // A browser may refuse; then everything stays as it is.
    change?.catch(() => undefined);
  };
  return { isPossible, isOn, toggle };
}
