import { plantReferenceRows } from "~/db/queries/reference";
import type { Trx } from "~/db/with-actor";
import { BCUS, BOROUGHS, PANEL_TYPES } from "~/seeds/reference/areas";
import { ENCOUNTER_TYPES, NO_FOOTAGE_REASONS, SELECTION_METHODS } from "~/seeds/reference/encounters";
import { CONDUCT_LADDER, TACTICS } from "~/seeds/reference/force";
import { OUTCOMES } from "~/seeds/reference/outcomes";
import { AGE_BANDS, ETHNICITIES, GENDERS } from "~/seeds/reference/people";
import { POWERS } from "~/seeds/reference/powers";
import { SEARCH_OBJECTS } from "~/seeds/reference/search-objects";

/** Puts every reference table into the state of these files; running it again changes nothing. */
export async function plantReference(trx: Trx): Promise<void> {
  await plantReferenceRows(trx, "bcu", "code", BCUS);
  await plantReferenceRows(trx, "borough", "gss", BOROUGHS);
  await plantReferenceRows(trx, "power", "id", POWERS);
  await plantReferenceRows(trx, "search_object", "id", SEARCH_OBJECTS);
  await plantReferenceRows(trx, "outcome", "id", OUTCOMES);
  await plantReferenceRows(trx, "ethnicity", "id", ETHNICITIES);
  await plantReferenceRows(trx, "age_band", "id", AGE_BANDS);
  await plantReferenceRows(trx, "gender", "id", GENDERS);
  await plantReferenceRows(trx, "encounter_type", "id", ENCOUNTER_TYPES);
  await plantReferenceRows(trx, "selection_method", "id", SELECTION_METHODS);
  await plantReferenceRows(trx, "no_footage_reason", "id", NO_FOOTAGE_REASONS);
  await plantReferenceRows(trx, "conduct", "id", CONDUCT_LADDER);
  await plantReferenceRows(trx, "tactic", "id", TACTICS);
  await plantReferenceRows(trx, "panel_type", "id", PANEL_TYPES);
}
