import { listWatchableClips } from "~/db/planting/footage";
import { findPlantedPanel, type PlantedPanel } from "~/db/planting/people";
import {
  findNextSessionStart,
  findOpenSession,
  plantAgenda,
  plantSeats,
  plantSession,
} from "~/db/planting/sessions";
import type { Trx } from "~/db/with-actor";
import { NEWHAM } from "~/seeds/scenarios/demo-clips";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NEWHAM_PANEL = "Newham Community Monitoring Group";

/** Sessions to come: an evening next week with two clips, and one of another panel whose agenda is still empty. */
export async function plantComingSessions(trx: Trx, now: Date): Promise<void> {
  const newham = await requirePanel(trx, NEWHAM_PANEL);
  const clips = await listWatchableClips(trx, NEWHAM);
  const evening = (days: number) =>
    new Date(Math.floor((now.getTime() + days * DAY_MS) / DAY_MS) * DAY_MS + 18.5 * HOUR_MS);
  const coming = await plantEvening(trx, newham, evening(6), "Stratford Library, meeting room 2");
  await plantAgenda(trx, coming, clips.slice(2, 4));
  const panel = await requirePanel(trx, "North East Encounter Panel (PEP)");
  await plantEvening(trx, panel, evening(11), "Police station, conference room");
}

/** Makes sure that the Newham group has a session open now, with clips and with members seated in it. */
export async function keepSessionOpen(trx: Trx, now: Date): Promise<void> {
  const panel = await requirePanel(trx, NEWHAM_PANEL);
  if ((await findOpenSession(trx, panel.panelId, now)) !== null) return;
  const next = await findNextSessionStart(trx, panel.panelId, now);
  const latest = now.getTime() + 8 * HOUR_MS;
  const chair = panel.members[0];
  if (!chair) return;
  const sessionId = await plantSession(trx, {
    panelId: panel.panelId,
    place: "Forest Gate police station, community room",
    startsAt: now,
    endsAt: new Date(next === null ? latest : Math.min(latest, next.getTime())),
    capacity: 8,
    bookedBy: chair.memberId,
  });
  await plantAgenda(trx, sessionId, (await listWatchableClips(trx, NEWHAM)).slice(0, 3));
  await plantSeats(
    trx,
    sessionId,
    panel.members.slice(0, 2).map(({ memberId }) => memberId),
  );
}

async function requirePanel(trx: Trx, name: string): Promise<PlantedPanel> {
  const panel = await findPlantedPanel(trx, name);
  if (!panel) throw new Error(`the demo has no panel called ${name}`);
  return panel;
}

async function plantEvening(trx: Trx, panel: PlantedPanel, startsAt: Date, place: string) {
  const chair = panel.members[0];
  if (!chair) throw new Error("a panel of the demo has a chair");
  return plantSession(trx, {
    panelId: panel.panelId,
    place,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2.5 * HOUR_MS),
    capacity: 6,
    bookedBy: chair.memberId,
  });
}
