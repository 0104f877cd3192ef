import { useCallback, useEffect, useRef, useState } from "react";
import { createMarkOutbox, type MarkOutbox, type ShownMark, type Tap } from "./mark-outbox";
import { waitOrOnline } from "./patience";
import { sendForm } from "./send-form";
import { useLeaveWarning } from "./use-leave-warning";

interface Marks {
  readonly marks: readonly ShownMark[];
  readonly make: (tap: Tap) => void;
  readonly remove: (id: string) => void;
}

/** The marks of a clip, saved at `url` one by one as they are made. */
export function useMarks(saved: readonly Tap[], url: string): Marks {
  const [marks, setMarks] = useState<readonly ShownMark[]>(() =>
    saved.map((tap) => ({ ...tap, state: "saved", message: null })),
  );
  const outbox = useRef<MarkOutbox | null>(null);
  const first = useRef(saved);

  useEffect(() => {
    const current = createMarkOutbox({
      saved: first.current,
      send: (act, { atMs, code, id, pass, playbackRate }) =>
        sendForm(url, [
          ["act", act],
          ["id", id],
          ...(act === "remove"
            ? []
            : ([
                ["code", code],
                ["atMs", String(atMs)],
                ["pass", String(pass)],
                ["playbackRate", String(playbackRate)],
              ] as const)),
        ]),
      wait: waitOrOnline,
      onChange: setMarks,
    });
    outbox.current = current;
    return () => current.leave();
  }, [url]);

  useLeaveWarning(marks.some(({ state }) => state === "saving" || state === "retrying"));
  return {
    marks,
    make: useCallback((tap: Tap) => outbox.current?.make(tap), []),
    remove: useCallback((id: string) => outbox.current?.remove(id), []),
  };
}
