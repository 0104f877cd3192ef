import { footageAgeText, footageLeftText } from "~/app/components/footage/footage-age-text";
import type { ClipStage } from "~/domain/footage/clip-stage";
import { type FootageAgeLevel, footageAgeLevel } from "~/domain/footage/footage-age";

const CLASS: Record<Exclude<FootageAgeLevel, "none">, string> = {
  first: "app-age--pressing",
  second: "app-age--pressing",
  third: "app-age--late",
  "past-deletion": "app-age--late",
};

const SETTLED: readonly ClipStage[] = ["released", "pulled", "erased"];

/** How old the footage of a clip is, with a warning as long as the Met's original may still be needed. */
export function FootageAge({ days, stage }: { days: number; stage: ClipStage }) {
  const level = footageAgeLevel(days);
  if (level === "none" || SETTLED.includes(stage)) return <>{footageAgeText(days)}</>;
  return (
    <span className={CLASS[level]}>
      {footageAgeText(days)}: {footageLeftText(days)}
    </span>
  );
}
