/** Outcomes of a stop, byte for byte as published; the legacy ones occur in old data only. */
export const OUTCOMES = [
  {
    id: "out.nfa",
    source_value: "A no further action disposal",
    status: "current",
    source_id: "bu-no-further-action",
  },
  { id: "out.arrest", source_value: "Arrest", status: "current", source_id: "bu-arrest" },
  { id: "out.caution", source_value: "Caution (simple or conditional)", status: "current", source_id: null },
  {
    id: "out.community_resolution",
    source_value: "Community resolution",
    status: "current",
    source_id: null,
  },
  { id: "out.khat_cannabis", source_value: "Khat or Cannabis warning", status: "current", source_id: null },
  { id: "out.pnd", source_value: "Penalty Notice for Disorder", status: "current", source_id: null },
  { id: "out.summons", source_value: "Summons / charged by post", status: "current", source_id: null },
  {
    id: "out.legacy_nfa",
    source_value: "Nothing found - no further action",
    status: "legacy",
    source_id: null,
  },
  { id: "out.legacy_arrest", source_value: "Suspect arrested", status: "legacy", source_id: null },
  { id: "out.legacy_local", source_value: "Local resolution", status: "legacy", source_id: null },
  { id: "out.legacy_caution", source_value: "Offender cautioned", status: "legacy", source_id: null },
  {
    id: "out.legacy_penalty",
    source_value: "Offender given penalty notice",
    status: "legacy",
    source_id: null,
  },
  {
    id: "out.legacy_drugs_warning",
    source_value: "Offender given drugs possession warning",
    status: "legacy",
    source_id: null,
  },
  { id: "out.legacy_summons", source_value: "Suspect summonsed to court", status: "legacy", source_id: null },
  {
    id: "out.legacy_article",
    source_value: "Article found - Detailed outcome unavailable",
    status: "legacy",
    source_id: null,
  },
  {
    id: "out.legacy_psychoactive",
    source_value: "Suspected psychoactive substances seized - No further action",
    status: "legacy",
    source_id: null,
  },
] as const;
