import { mediaTimeText } from "~/app/components/ui/media-time-text";

/** A place in a clip. */
export function MediaTime({ milliseconds }: { milliseconds: number }) {
  return (
    <time className="app-media-time" dateTime={`PT${Math.max(0, milliseconds) / 1000}S`}>
      {mediaTimeText(milliseconds)}
    </time>
  );
}
