import type { Trx } from "~/db/with-actor";
import type { EncounterDescription } from "~/domain/footage/registration";
import type { EncounterId } from "~/domain/ids";

/** Writes down an encounter of a command unit, told in reference data. */
export async function insertEncounter(
  trx: Trx,
  bcuCode: string,
  encounter: EncounterDescription,
): Promise<EncounterId> {
  const row = await trx
    .insertInto("encounter")
    .values({
      encounter_type: encounter.encounterType,
      occurred_on: encounter.occurredOn,
      bcu_code: bcuCode,
      borough_gss: encounter.boroughGss,
      power_id: encounter.powerId,
      object_id: encounter.objectId,
      outcome_id: encounter.outcomeId,
      ethnicity_id: encounter.ethnicityId,
      age_band_id: encounter.ageBandId,
      gender_id: encounter.genderId,
      selection_method: encounter.selectionMethod,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id as EncounterId;
}
