import { plantEncounter, plantReleasedClip } from "~/db/planting/footage";
import type { Trx } from "~/db/with-actor";
import { clipReference } from "~/domain/footage/clip-reference";
import type { ClipId } from "~/domain/ids";
import type { Dice } from "~/seeds/factories/dice";
import type { Person } from "~/seeds/factories/people";
import { AGE_BANDS, ETHNICITIES, GENDERS } from "~/seeds/reference/people";
import { SEARCH_OBJECTS } from "~/seeds/reference/search-objects";

export interface ClipWishes {
  readonly dice: Dice;
  readonly bcuCode: string;
  readonly boroughGss: string;
  readonly uploadedBy: Person;
  readonly releasedBy: Person;
  readonly encounterType?: string;
  readonly selectionMethod?: string;
  readonly releasedAt: Date;
  readonly media?: "prepared" | "erased";
  readonly state?: "ready" | "observed";
}

const OUTCOMES_SEEN = ["out.nfa", "out.nfa", "out.nfa", "out.arrest", "out.community_resolution", "out.pnd"];
const OBJECTS_SEEN = SEARCH_OBJECTS.filter(({ seen }) => seen === "london").slice(0, 4);
const STOP_BANDS = AGE_BANDS.filter(({ band_scheme }) => band_scheme === "stops").slice(1);
const DAY_MS = 86_400_000;

/** A clip of an encounter some ten days before its release, uploaded by one officer and released by another. */
export async function aReleasedClip(trx: Trx, wishes: ClipWishes): Promise<ClipId> {
  const { dice } = wishes;
  const encounterType = wishes.encounterType ?? "enc.search_person";
  const isSearch = encounterType.startsWith("enc.search");
  const encounterId = await plantEncounter(trx, {
    encounterType,
    occurredOn: new Date(wishes.releasedAt.getTime() - (6 + Math.floor(dice.roll() * 12)) * DAY_MS)
      .toISOString()
      .slice(0, 10),
    bcuCode: wishes.bcuCode,
    boroughGss: wishes.boroughGss,
    powerId: isSearch ? dice.pick(["pow.pace_1", "pow.mda_23", "pow.mda_23"]) : "pow.rta_163",
    objectId: isSearch ? dice.pick(OBJECTS_SEEN).id : null,
    outcomeId: dice.pick(OUTCOMES_SEEN),
    ethnicityId: dice.pick(ETHNICITIES).id,
    ageBandId: dice.pick(STOP_BANDS).id,
    genderId: dice.pick(GENDERS.slice(0, 2)).id,
    selectionMethod: wishes.selectionMethod ?? "sel.random_count",
  });
  return plantReleasedClip(trx, {
    encounterId,
    reference: clipReference(wishes.bcuCode, dice.uuid() as ClipId),
    uploadedBy: wishes.uploadedBy.accountId,
    releasedBy: wishes.releasedBy.accountId,
    releasedAt: wishes.releasedAt,
    media: wishes.media ?? "prepared",
    state: wishes.state ?? "ready",
  });
}
