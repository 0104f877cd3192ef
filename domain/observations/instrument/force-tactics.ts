import type { Option } from "./instrument";
import { anyOf } from "./options";

/** The force tactics of the Met's open data, as the choices of the question which force was seen. */
export const forceTactics: readonly Option[] = anyOf({
  "tac.comms": "Tactical communications: talking only",
  "tac.cuffs_compliant": "Handcuffs, person not resisting",
  "tac.cuffs_non_compliant": "Handcuffs, person resisting",
  "tac.unarmed": "Unarmed skills: holds, pressure points, strikes, take-downs",
  "tac.ground": "Held on the ground",
  "tac.limb_body": "Limb or body restraints",
  "tac.spit_guard": "Spit guard",
  "tac.shield": "Shield",
  "tac.dog_deployed": "Dog deployed",
  "tac.dog_bite": "Dog bite",
  "tac.cs_drawn": "CS spray drawn",
  "tac.cs_used": "CS spray used",
  "tac.pava_drawn": "PAVA spray drawn",
  "tac.pava_used": "PAVA spray used",
  "tac.baton_drawn": "Baton drawn",
  "tac.baton_used": "Baton used",
  "tac.taser_drawn": "Taser drawn",
  "tac.taser_aimed": "Taser aimed",
  "tac.taser_red_dotted": "Taser red dot put on a person",
  "tac.taser_arced": "Taser sparked as a warning",
  "tac.taser_drive_stun": "Taser pressed against the body",
  "tac.taser_angle_drive_stun": "Taser pressed against the body at an angle",
  "tac.taser_fired": "Taser fired",
  "tac.aep_aimed": "Baton-round launcher aimed",
  "tac.aep_fired": "Baton round fired",
  "tac.firearm_aimed": "Firearm aimed",
  "tac.firearm_fired": "Firearm fired",
  "tac.other": "Something else or improvised",
});
