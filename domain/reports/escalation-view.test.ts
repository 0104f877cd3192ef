import { expect, test } from "vitest";
import type { ClipId, PanelId } from "~/domain/ids";
import { SDC_1 } from "./disclosure-rule";
import { buildEscalationReports, type ReportableClip } from "./escalation-report";
import { buildEscalationView } from "./escalation-view";
import { protectEscalationReport } from "./protect-escalation-report";

const LABELS = {
  encounterTypes: [
    { id: "enc.taser", label: "Taser" },
    { id: "enc.dog", label: "Dog" },
  ],
  bcus: [
    { id: "NE", label: "North East" },
    { id: "CE", label: "Central East" },
  ],
};

function seenClips(count: number, encounterType: string, bcu: string): ReportableClip[] {
  return Array.from({ length: count }, (_, index) => ({
    clipId: `${encounterType}-${bcu}-${index}` as ClipId,
    encounterType,
    bcu,
    stratum: "random",
    quarter: "2026-Q3",
    panelIds: [`p${index % 3}` as PanelId],
    verdict: "seen",
  }));
}

function viewOf(clips: readonly ReportableClip[]) {
  const [report] = buildEscalationReports(clips, {
    encounterTypes: LABELS.encounterTypes.map(({ id }) => id),
    bcus: LABELS.bcus.map(({ id }) => id),
    quarters: ["2026-Q3"],
  });
  const published = report && protectEscalationReport(report, SDC_1);
  if (!published?.ok) throw new Error("the report can be protected");
  return buildEscalationView(published.value, LABELS);
}

test("an area appears with its figures when one of them can be shown, and the other areas as a number", () => {
  const view = viewOf([...seenClips(6, "enc.taser", "NE"), ...seenClips(4, "enc.taser", "CE")]);

  expect(view.tables).toEqual([
    {
      encounterType: "Taser",
      lines: [{ bcu: "North East", seen: "6", notSeen: "[c]", notSettled: "[c]", all: "[c]" }],
      withheldAreas: 1,
    },
  ]);
  expect(view.withheldTypes).toEqual(["Dog"]);
});

test("four clips of a kind and none look alike", () => {
  expect(viewOf(seenClips(4, "enc.dog", "CE"))).toEqual(viewOf([]));
});
