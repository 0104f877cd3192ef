import { useEffect, useState } from "react";

const PLACES = 8;
const MOVE_EVERY_MS = 12_000;
// Three has no factor in common with eight, so the steps visit every place and neighbours in time lie apart.
const STEP = 3;

/** Says on the picture who is watching and when, so that a recording of the screen leads back to them. */
export function PlayerWatermark({ code }: { code: string }) {
  const [mark, setMark] = useState<{ readonly place: number; readonly minute: string } | null>(null);
  useEffect(() => {
    let place = Math.floor(Math.random() * PLACES);
    const move = () => {
      place = (place + STEP) % PLACES;
      setMark({ place, minute: new Date().toISOString().slice(11, 16) });
    };
    move();
    const timer = setInterval(move, MOVE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  if (mark === null) return null;
  return (
    <span className={`app-player__watermark app-player__watermark--${mark.place}`} aria-hidden="true">
      {code} · {mark.minute} UTC
    </span>
  );
}
