import { londonDate, londonTime } from "~/app/components/ui/london-time";

interface DateTimeProps {
  /** An instant, or its ISO string as a loader sends it. */
  value: Date | string;
  show?: "date" | "time" | "both";
}

const TEXT = {
  date: londonDate,
  time: londonTime,
  both: (instant: Date) => `${londonDate(instant)}, ${londonTime(instant)}`,
};

/** An instant as Londoners say it. */
export function DateTime({ value, show = "both" }: DateTimeProps) {
  const instant = new Date(value);
  return <time dateTime={instant.toISOString()}>{TEXT[show](instant)}</time>;
}

/** From one instant to another; the day is said once when it is the same. */
export function DateTimeRange({ from, to }: { from: Date | string; to: Date | string }) {
  const sameDay = londonDate(new Date(from)) === londonDate(new Date(to));
  return (
    <>
      <DateTime value={from} /> to <DateTime value={to} show={sameDay ? "time" : "both"} />
    </>
  );
}
