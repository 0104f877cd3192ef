import { dayText } from "~/app/components/footage/day-text";
import { FootageAge } from "~/app/components/footage/footage-age";
import { SummaryList } from "~/app/components/ui/summary-list";
import type { ClipStage } from "~/domain/footage/clip-stage";

export interface EncounterFacts {
  readonly encounterType: string;
  readonly occurredOn: string;
  readonly borough: string;
  readonly bcuName: string;
  readonly power: string | null;
  readonly object: string | null;
  readonly outcome: string | null;
  readonly ethnicity: string | null;
  readonly ageBand: string | null;
  readonly gender: string | null;
  readonly selection: string;
  readonly stratum: string;
}

const NOT_RECORDED = "Not recorded";

/** How the encounter was described when its clip was registered. */
export function EncounterSummary(props: { encounter: EncounterFacts; ageDays: number; stage: ClipStage }) {
  const { ageDays, encounter, stage } = props;
  return (
    <SummaryList
      rows={[
        { key: "Type of encounter", value: encounter.encounterType },
        {
          key: "Date",
          value: (
            <>
              {dayText(encounter.occurredOn)}, <FootageAge days={ageDays} stage={stage} />
            </>
          ),
        },
        { key: "Borough", value: `${encounter.borough}, ${encounter.bcuName}` },
        { key: "Legal power", value: encounter.power ?? NOT_RECORDED },
        { key: "Object of search", value: encounter.object ?? NOT_RECORDED },
        { key: "Outcome", value: encounter.outcome ?? NOT_RECORDED },
        { key: "Self-defined ethnicity", value: encounter.ethnicity ?? NOT_RECORDED },
        { key: "Age", value: encounter.ageBand ?? NOT_RECORDED },
        { key: "Gender", value: encounter.gender ?? NOT_RECORDED },
        {
          key: "Selected",
          value: `${encounter.stratum === "random" ? "At random" : "Targeted"}: ${encounter.selection}`,
        },
      ]}
    />
  );
}
