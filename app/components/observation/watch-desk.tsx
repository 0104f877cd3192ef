import { Link } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import { Player, type PlayerSource } from "~/app/components/player/player";
import { Form } from "~/app/components/ui/form";
import type { FormErrors } from "~/app/components/ui/form-errors";
import { TextField } from "~/app/components/ui/text-field";
import type { PaletteButton } from "~/domain/observations/instrument/instrument";
import { clipTimeText } from "./clip-time-text";
import { MarkList } from "./mark-list";
import type { ShownMark, Tap } from "./mark-outbox";
import { Palette } from "./palette";
import { useEnhanced } from "./use-enhanced";
import { useMarks } from "./use-marks";
import { usePaletteKeys } from "./use-palette-keys";
import { useViewing } from "./use-viewing";
import { WatchBar } from "./watch-bar";

export interface WatchDeskProps {
  source: PlayerSource;
  title: string;
  watermark: string;
  /** An ISO instant. */
  windowEndsAt: string;
  palette: readonly PaletteButton[];
  saved: readonly Tap[];
  marksUrl: string;
  stopPath: string;
  /** For the one mark that can be made without scripts. */
  newMarkId: string;
  errors: FormErrors | undefined;
}

/** The clip with everything that is done while it plays: marking, taking back, stopping. */
export function WatchDesk(props: WatchDeskProps) {
  const { errors, marksUrl, newMarkId, palette, saved, source, stopPath, title, watermark, windowEndsAt } =
    props;
  const isEnhanced = useEnhanced();
  const deskRef = useRef<HTMLDivElement>(null);
  // On a phone the palette lies below the fold until the title is out of the way.
  const showDesk = useCallback(() => {
    if (window.matchMedia("(max-width: 40em)").matches) deskRef.current?.scrollIntoView({ block: "start" });
  }, []);
  const { make, marks, remove } = useMarks(saved, marksUrl);
  const { controllerRef, onTimeUpdate, seek, tap } = useViewing(source.durationMs, saved, showDesk);
  const [news, setNews] = useState("");
  const [latest, setLatest] = useState<Tap | null>(null);
  const labelOf = useCallback(
    (code: string) => palette.find(({ id }) => id === code)?.label ?? code,
    [palette],
  );

  const press = useCallback(
    ({ id, label }: PaletteButton) => {
      const mark = tap(id);
      if (mark === null) return setNews("Play the clip first, then tap what you see.");
      make(mark);
      setLatest(mark);
      setNews(`${label}, ${clipTimeText(mark.atMs)}`);
    },
    [make, tap],
  );
  usePaletteKeys(palette, press);

  const takeBack = (mark: Tap | ShownMark) => {
    remove(mark.id);
    setLatest(null);
    setNews(`Removed: ${labelOf(mark.code)}, ${clipTimeText(mark.atMs)}`);
  };
  const unsaved = marks.filter(({ state }) => state === "retrying").length;
  return (
    <div className="app-watch" ref={deskRef}>
      <div className="app-watch__screen">
        <Player
          source={source}
          title={title}
          watermark={watermark}
          windowEndsAt={windowEndsAt}
          onTimeUpdate={onTimeUpdate}
          controllerRef={controllerRef}
        />
        <WatchBar
          news={news}
          unsaved={unsaved}
          onUndo={latest === null ? undefined : () => takeBack(latest)}
          stop={
            <Link className="app-watch__stop" to={stopPath}>
              I recognise someone
            </Link>
          }
        />
      </div>
      <div className="app-watch__desk">
        <Form errors={errors} className="app-watch__palette" aria-label="Mark what you see">
          {/* Without it, Enter in the field for the time would press the first button of the palette. */}
          <button type="submit" disabled hidden />
          <input type="hidden" name="act" value="make" />
          <input type="hidden" name="id" value={newMarkId} />
          <div className="app-no-scripts">
            <TextField name="time" label="Time in the clip" hint="Minutes and seconds, like 1:05" width={5} />
          </div>
          <Palette buttons={palette} isEnhanced={isEnhanced} onPress={press} />
        </Form>
        <h2 className="govuk-heading-s app-watch__heading">
          Your marks <span className="app-watch__count">{marks.length}</span>
        </h2>
        <Form>
          <input type="hidden" name="act" value="remove" />
          <MarkList
            marks={marks}
            labelOf={labelOf}
            onRemove={takeBack}
            onSeek={({ atMs }) => seek(atMs)}
            isEnhanced={isEnhanced}
          />
        </Form>
      </div>
    </div>
  );
}
