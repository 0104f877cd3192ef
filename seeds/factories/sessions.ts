import { plantAgenda, plantSeats, plantSession } from "~/db/planting/sessions";
import type { Trx } from "~/db/with-actor";
import type { ClipId, SessionId } from "~/domain/ids";
import type { Member, Panel } from "~/seeds/factories/people";

export interface SessionWishes {
  readonly panel: Panel;
  /** Negative: it began so many minutes ago. */
  readonly startingInMinutes?: number;
  readonly startsAt?: Date;
  readonly lastingMinutes?: number;
  readonly place?: string;
  readonly capacity?: number;
  readonly clips?: readonly ClipId[];
  /** Those who accepted; nobody unless told. */
  readonly seated?: readonly Member[];
}

const MINUTE_MS = 60_000;

/** A session that began ten minutes ago and lasts two hours, unless told otherwise. */
export async function aSession(trx: Trx, wishes: SessionWishes): Promise<SessionId> {
  const startsAt = wishes.startsAt ?? new Date(Date.now() + (wishes.startingInMinutes ?? -10) * MINUTE_MS);
  const sessionId = await plantSession(trx, {
    panelId: wishes.panel.panelId,
    place: wishes.place ?? "Community room, first floor",
    startsAt,
    endsAt: new Date(startsAt.getTime() + (wishes.lastingMinutes ?? 120) * MINUTE_MS),
    capacity: wishes.capacity ?? 10,
    bookedBy: wishes.panel.chair.memberId,
  });
  await plantAgenda(trx, sessionId, wishes.clips ?? []);
  await plantSeats(
    trx,
    sessionId,
    (wishes.seated ?? []).map(({ memberId }) => memberId),
  );
  return sessionId;
}
