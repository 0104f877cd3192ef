/** What kind of contact it was, whether it is a search, and whether panels may see video of it. */
export const ENCOUNTER_TYPES = [
  { id: "enc.search_person", label: "Stop and search, person", is_search: true, video_policy: "clip" },
  { id: "enc.search_vehicle", label: "Stop and search, vehicle", is_search: true, video_policy: "clip" },
  {
    id: "enc.search_both",
    label: "Stop and search, person and vehicle",
    is_search: true,
    video_policy: "clip",
  },
  { id: "enc.search_s60", label: "Suspicionless area search", is_search: true, video_policy: "clip" },
  { id: "enc.stop_account", label: "Stop and account", is_search: false, video_policy: "clip" },
  { id: "enc.vehicle_s163", label: "Vehicle stop", is_search: false, video_policy: "clip" },
  { id: "enc.cuffs_prearrest", label: "Handcuffs without arrest", is_search: false, video_policy: "clip" },
  { id: "enc.force_other", label: "Other force", is_search: false, video_policy: "clip" },
  { id: "enc.taser", label: "Taser", is_search: false, video_policy: "clip" },
  { id: "enc.spray", label: "Irritant spray", is_search: false, video_policy: "clip" },
  { id: "enc.baton", label: "Baton", is_search: false, video_policy: "clip" },
  { id: "enc.spit_guard", label: "Spit guard", is_search: false, video_policy: "clip" },
  { id: "enc.dog", label: "Dog", is_search: false, video_policy: "clip" },
  { id: "enc.ground", label: "Ground restraint", is_search: false, video_policy: "clip" },
  {
    id: "enc.mtip",
    label: "More Thorough search, Intimate Parts exposed",
    is_search: true,
    video_policy: "record-only",
  },
  { id: "enc.custody_strip", label: "Strip search in custody", is_search: true, video_policy: "record-only" },
  {
    id: "enc.schools_sso",
    label: "Safer Schools Officer contact",
    is_search: false,
    video_policy: "record-only",
  },
  { id: "enc.s136", label: "Mental health detention", is_search: false, video_policy: "record-only" },
  { id: "enc.arrest", label: "Arrest", is_search: false, video_policy: "clip" },
  { id: "enc.public_order", label: "Public order", is_search: false, video_policy: "clip" },
  { id: "enc.roads", label: "Roads", is_search: false, video_policy: "clip" },
  {
    id: "enc.tsg_vctf",
    label: "Territorial Support Group or Violent Crime Taskforce",
    is_search: false,
    video_policy: "clip",
  },
  {
    id: "enc.lfr_stop",
    label: "Stop after a facial recognition alert",
    is_search: false,
    video_policy: "clip",
  },
] as const;

/** Why an encounter has no footage. */
export const NO_FOOTAGE_REASONS = [
  { id: "nf.not_activated", label: "camera was not switched on" },
  { id: "nf.late_activation_only", label: "camera switched on too late to show the encounter" },
  { id: "nf.equipment_failure", label: "equipment failed" },
  { id: "nf.deleted_31d", label: "deleted at 31 days before a hold was placed" },
  { id: "nf.not_uploaded", label: "recorded but not uploaded" },
  { id: "nf.restricted_unit", label: "held by a unit that does not release footage" },
  { id: "nf.no_camera_issued", label: "officer had no camera" },
  { id: "nf.not_found", label: "searched for and not found" },
  { id: "nf.unexplained", label: "no reason given" },
] as const;

/** How an encounter came to be chosen; the two strata are never pooled. */
export const SELECTION_METHODS = [
  { id: "sel.random_share", stratum: "random", meaning: "a share of the frame, such as 10 per cent" },
  { id: "sel.random_count", stratum: "random", meaning: "a fixed number from the frame" },
  { id: "sel.targeted_theme", stratum: "targeted", meaning: "by theme: age, area, season, type of force" },
  { id: "sel.targeted_requested", stratum: "targeted", meaning: "a particular incident the panel asks for" },
  { id: "sel.targeted_concern", stratum: "targeted", meaning: "an incident of community concern" },
  { id: "sel.targeted_sift", stratum: "targeted", meaning: "picked from records by someone who read them" },
] as const;
