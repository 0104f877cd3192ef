import type { Trx } from "~/db/with-actor";
import type { EscalationVerdict as Verdict } from "~/domain/reports/escalation";
import { quarterOf, quarterSpan } from "~/domain/reports/quarter";
import { aReleasedClip } from "~/seeds/factories/clips";
import { createDice, type Dice } from "~/seeds/factories/dice";
import { plantReportableObservation } from "~/seeds/factories/observations";
import type { Panel } from "~/seeds/factories/people";
import { aSession } from "~/seeds/factories/sessions";
import type { Area } from "~/seeds/scenarios/demo-cast";

interface Batch {
  readonly bcuCode: string;
  readonly encounterType: string;
  readonly selectionMethod: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

// 66 clips: enough of some kinds for a figure, too few of others, so that the report shows both.
const BATCHES: readonly Batch[] = [
  {
    bcuCode: "NE",
    encounterType: "enc.search_person",
    selectionMethod: "sel.random_count",
    verdicts: { seen: 7, not_seen: 9, not_settled: 5 },
  },
  {
    bcuCode: "CE",
    encounterType: "enc.search_person",
    selectionMethod: "sel.random_count",
    verdicts: { seen: 6, not_seen: 8, not_settled: 2 },
  },
  {
    bcuCode: "AS",
    encounterType: "enc.search_person",
    selectionMethod: "sel.random_share",
    verdicts: { seen: 5, not_seen: 6, not_settled: 1 },
  },
  {
    bcuCode: "NE",
    encounterType: "enc.vehicle_s163",
    selectionMethod: "sel.random_count",
    verdicts: { seen: 2, not_seen: 5, not_settled: 0 },
  },
  {
    bcuCode: "CE",
    encounterType: "enc.cuffs_prearrest",
    selectionMethod: "sel.targeted_theme",
    verdicts: { seen: 5, not_seen: 2, not_settled: 0 },
  },
  {
    bcuCode: "AS",
    encounterType: "enc.taser",
    selectionMethod: "sel.targeted_concern",
    verdicts: { seen: 2, not_seen: 1, not_settled: 0 },
  },
];

const CLIPS_PER_SESSION = 4;
const DAY_MS = 86_400_000;
const EVENING_MS = 18.5 * 3_600_000;

/** Last quarter's sessions: three clips or four an evening, each observed by three or four members who then sealed. */
export async function plantHistory(trx: Trx, areas: readonly Area[], now: Date): Promise<void> {
  const dice = createDice(20_26);
  const quarter = quarterOf(new Date(quarterSpan(quarterOf(now)).startsAt.getTime() - DAY_MS));
  const { startsAt } = quarterSpan(quarter);
  for (const area of areas) {
    const turns = area.panels.map((panel) => ({
      panel,
      verdicts: [] as { batch: Batch; verdict: Verdict }[],
    }));
    const due = BATCHES.filter(({ bcuCode }) => bcuCode === area.bcuCode).flatMap((batch) =>
      (Object.keys(batch.verdicts) as Verdict[]).flatMap((verdict) =>
        Array.from({ length: batch.verdicts[verdict] }, () => ({ batch, verdict })),
      ),
    );
    for (const [index, item] of due.entries()) turns[index % turns.length]?.verdicts.push(item);
    for (const [order, { panel, verdicts }] of turns.entries()) {
      for (let first = 0; first < verdicts.length; first += CLIPS_PER_SESSION) {
        const evening = new Date(
          startsAt.getTime() + (9 + order * 4 + (first / CLIPS_PER_SESSION) * 21) * DAY_MS + EVENING_MS,
        );
        await plantEvening(trx, {
          area,
          panel,
          evening,
          dice,
          items: verdicts.slice(first, first + CLIPS_PER_SESSION),
        });
      }
    }
  }
}

interface Evening {
  readonly area: Area;
  readonly panel: Panel;
  readonly evening: Date;
  readonly dice: Dice;
  readonly items: readonly { readonly batch: Batch; readonly verdict: Verdict }[];
}

async function plantEvening(trx: Trx, { area, panel, evening, dice, items }: Evening): Promise<void> {
  const seated = panel.members.slice(0, dice.roll() < 0.5 ? 3 : 4);
  const clips = [];
  for (const { batch, verdict } of items) {
    const clipId = await aReleasedClip(trx, {
      dice,
      bcuCode: area.bcuCode,
      boroughGss: panel.boroughGss ?? dice.pick(area.boroughs),
      uploadedBy: area.liaisons[0],
      releasedBy: area.liaisons[1],
      releasedAt: new Date(evening.getTime() - 3 * DAY_MS),
      encounterType: batch.encounterType,
      selectionMethod: batch.selectionMethod,
      media: "erased",
      state: "observed",
    });
    clips.push({
      clipId,
      verdict,
      isSearch: batch.encounterType.startsWith("enc.search"),
      encounterType: batch.encounterType,
    });
  }
  const sessionId = await aSession(trx, {
    panel,
    startsAt: evening,
    lastingMinutes: 150,
    place: dice.pick([
      "Stratford Library, meeting room 2",
      "Town Hall annexe",
      "Police station, conference room",
    ]),
    clips: clips.map(({ clipId }) => clipId),
    seated,
  });
  for (const clip of clips) {
    for (const [seat, member] of seated.entries()) {
      await plantReportableObservation(trx, {
        ...clip,
        sessionId,
        member,
        seat,
        observers: seated.length,
        on: evening,
        dice,
      });
    }
  }
}
