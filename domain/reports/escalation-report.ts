import type { ClipId, PanelId } from "~/domain/ids";
import type { CountCell, CountTable } from "~/domain/statistics/disclosure-control";
import type { EscalationVerdict } from "./escalation";
import type { Quarter } from "./quarter";

export const STRATA = ["random", "targeted"] as const;
export type Stratum = (typeof STRATA)[number];

export const VERDICTS: readonly EscalationVerdict[] = ["seen", "not_seen", "not_settled"];

/** One observed clip as the report sees it; `verdict` is null when too few people observed it. */
export interface ReportableClip {
  readonly clipId: ClipId;
  /** The primary `enc.*` type of the encounter. */
  readonly encounterType: string;
  readonly bcu: string;
  readonly stratum: Stratum;
  /** The quarter in which it was observed. */
  readonly quarter: Quarter;
  readonly panelIds: readonly PanelId[];
  readonly verdict: EscalationVerdict | null;
}

/** What the report is classified by, complete, so that the presence of a row or a report tells nothing. */
export interface ReportClassification {
  readonly encounterTypes: readonly string[];
  readonly bcus: readonly string[];
  readonly quarters: readonly Quarter[];
}

/** True counts of one quarter and one stratum: clips by `[encounter type, BCU]` and verdict, and those left out. Not for publication. */
export interface EscalationReport {
  readonly quarter: Quarter;
  readonly stratum: Stratum;
  readonly counts: CountTable;
  readonly leftOut: CountTable;
}

/**
 * One report per quarter and stratum, which are never pooled, each over every encounter type and BCU, with the number of
 * distinct panels behind each count. Clips of other quarters are left aside; throws on a clip given twice or outside the
 * classification, because its absence would make every total wrong.
 */
export function buildEscalationReports(
  clips: readonly ReportableClip[],
  classification: ReportClassification,
): readonly EscalationReport[] {
  refuseStrays(clips, classification);
  return classification.quarters.flatMap((quarter) =>
    STRATA.map((stratum) => {
      const own = clips.filter((clip) => clip.quarter === quarter && clip.stratum === stratum);
      return { quarter, stratum, counts: countVerdicts(own, classification), leftOut: countLeftOut(own) };
    }),
  );
}

function countVerdicts(clips: readonly ReportableClip[], classification: ReportClassification): CountTable {
  const byCell = new Map<string, ReportableClip[]>();
  for (const clip of clips) {
    const key = cellKey(clip.encounterType, clip.bcu, clip.verdict);
    byCell.set(key, [...(byCell.get(key) ?? []), clip]);
  }
  const rows = classification.encounterTypes.flatMap((type) =>
    classification.bcus.map((bcu) => [type, bcu] as const),
  );
  return {
    rows,
    columns: VERDICTS,
    cells: rows.map(([type, bcu]) =>
      VERDICTS.map((verdict) => countOf(byCell.get(cellKey(type, bcu, verdict)))),
    ),
  };
}

function countLeftOut(clips: readonly ReportableClip[]): CountTable {
  const leftOut = countOf(clips.filter(({ verdict }) => verdict === null));
  return { rows: [["all", "all"]], columns: ["too_few_observers"], cells: [[leftOut]] };
}

function cellKey(type: string, bcu: string, verdict: EscalationVerdict | null): string {
  return JSON.stringify([type, bcu, verdict]);
}

function countOf(clips: readonly ReportableClip[] = []): CountCell {
  return { count: clips.length, contributors: new Set(clips.flatMap(({ panelIds }) => panelIds)).size };
}

function refuseStrays(
  clips: readonly ReportableClip[],
  { encounterTypes, bcus }: ReportClassification,
): void {
  const seen = new Set<ClipId>();
  for (const { clipId, encounterType, bcu } of clips) {
    if (seen.has(clipId)) throw new RangeError(`clip ${clipId} was given twice to the escalation report`);
    if (!encounterTypes.includes(encounterType) || !bcus.includes(bcu))
      throw new RangeError(
        `clip ${clipId} lies in ${encounterType} × ${bcu}, outside the report's classification`,
      );
    seen.add(clipId);
  }
}
