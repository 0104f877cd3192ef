import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const LONGEST_WAIT_SECONDS = 3_600;

/** Loads the page's facts anew when a session opens or closes, so that nobody who waits has to reload by hand. */
export function usePhaseRefresh(secondsToNextPhase: number | null): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    // Beyond an hour a page left open may sleep and wake late; whoever comes back to it reloads anyway.
    if (secondsToNextPhase === null || secondsToNextPhase > LONGEST_WAIT_SECONDS) return;
    const timer = setTimeout(revalidate, (secondsToNextPhase + 1) * 1_000);
    return () => clearTimeout(timer);
  }, [secondsToNextPhase, revalidate]);
}
