import type { Instrument } from "./instrument";

export const actors: Instrument["actors"] = [
  { id: "act.off", label: "Officer", kinds: [] },
  { id: "act.per", label: "Person stopped", kinds: [] },
  { id: "act.thd", label: "Somebody else", kinds: ["companion", "family", "bystander", "worker", "crowd"] },
  { id: "act.none", label: "Nobody: the footage itself", kinds: [] },
];

export const triggers: Instrument["triggers"] = [
  "trg.none_seen",
  "trg.question",
  "trg.refusal",
  "trg.details_request",
  "trg.film",
  "trg.reach_move",
  "trg.run",
  "trg.abuse",
  "trg.hands_on",
  "trg.cuffs",
  "trg.backup",
  "trg.item_seen",
  "trg.item_found",
  "trg.smell",
  "trg.clothing",
  "trg.wait",
  "trg.language",
  "trg.third_party",
  "trg.pain_distress",
  "trg.intelligence",
  "trg.before_clip",
  "trg.unclear",
];

export const effects: Instrument["effects"] = [
  "eff.up2",
  "eff.up1",
  "eff.same",
  "eff.down1",
  "eff.down2",
  "eff.unclear",
];

export const intensities: Instrument["intensities"] = ["int.1", "int.2", "int.3"];
