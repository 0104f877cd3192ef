import { classNames } from "~/app/components/ui/class-names";
import { MediaTime } from "~/app/components/ui/media-time";
import { clipTimeText } from "./clip-time-text";
import type { ShownMark } from "./mark-outbox";

interface MarkListProps {
  marks: readonly ShownMark[];
  labelOf: (code: string) => string;
  onRemove: (mark: ShownMark) => void;
  /** Goes to the moment of a mark; absent where nothing plays. */
  onSeek: ((mark: ShownMark) => void) | undefined;
  isEnhanced: boolean;
}

/** One's own marks along the clip. */
export function MarkList({ isEnhanced, labelOf, marks, onRemove, onSeek }: MarkListProps) {
  if (marks.length === 0)
    return <p className="app-marks__empty">Nothing marked yet. Tap a button when you see it.</p>;
  return (
    <ol className="app-marks">
      {marks.map((mark) => (
        <li key={mark.id} className={classNames("app-mark", mark.state === "refused" && "app-mark--refused")}>
          {onSeek && isEnhanced ? (
            <button type="button" className="app-mark__time" onClick={() => onSeek(mark)}>
              <span className="govuk-visually-hidden">Go to </span>
              <MediaTime milliseconds={mark.atMs} />
            </button>
          ) : (
            <span className="app-mark__time">
              <MediaTime milliseconds={mark.atMs} />
            </span>
          )}
          <span className="app-mark__label">
            {labelOf(mark.code)}
            <MarkState mark={mark} />
          </span>
          <button
            type="submit"
            name="id"
            value={mark.id}
            className="app-mark__remove"
            onClick={(event) => {
              if (!isEnhanced) return;
              event.preventDefault();
              onRemove(mark);
            }}
          >
            Remove
            <span className="govuk-visually-hidden">
              {" "}
              {labelOf(mark.code)}, {clipTimeText(mark.atMs)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function MarkState({ mark }: { mark: ShownMark }) {
  if (mark.state === "retrying") return <span className="app-mark__state">Not saved yet – retrying</span>;
  if (mark.state === "refused") return <span className="app-mark__state">Not saved. {mark.message}</span>;
  return null;
}
