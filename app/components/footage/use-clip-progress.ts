import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { paths } from "~/app/paths";
import type { ClipStage } from "~/domain/footage/clip-stage";
import type { RunProgress } from "~/domain/footage/job-run";

const ASK_EVERY_MS = 1_000;

interface ClipProgressAnswer {
  readonly stage: ClipStage;
  readonly run: RunProgress | null;
}

/** Asks each second how far a clip is, and loads the page anew when it is no longer being prepared. */
export function useClipProgress(
  clipId: string,
  initial: RunProgress | null,
): { readonly isLive: boolean; readonly latest: RunProgress | null } {
  const { data, load, state } = useFetcher<ClipProgressAnswer>();
  const { revalidate } = useRevalidator();
  const [isLive, setIsLive] = useState(false);
  const isOver = data !== undefined && data.stage !== "preparing";

  useEffect(() => setIsLive(true), []);
  useEffect(() => {
    if (isOver) return revalidate();
    if (state !== "idle") return;
    const timer = setTimeout(() => load(paths.clipProgress(clipId)), ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [clipId, isOver, load, revalidate, state]);

  return { isLive, latest: data?.run ?? initial };
}
