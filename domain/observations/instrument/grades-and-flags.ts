import type { Grade, Instrument } from "./instrument";

export const grades: readonly Grade[] = [
  {
    id: "grade.1_exemplary",
    label: "Worth sharing",
    rag: "Green",
    use: "commend, training library candidate",
  },
  { id: "grade.2_good", label: "Good", rag: "Green", use: "feedback to officer" },
  { id: "grade.3_learning", label: "Learning needed", rag: "Amber", use: "supervisor conversation" },
  { id: "grade.4_concern", label: "Concern", rag: "Red", use: "senior lead review" },
  {
    id: "grade.5_serious",
    label: "Serious concern",
    rag: "Red",
    use: "same-day alert to liaison and MOPAC",
  },
  { id: "grade.0_cannot", label: "Could not judge", rag: "Grey", use: "footage problem; counted apart" },
];

export const flags: Instrument["flags"] = [
  { id: "flag.commend", label: "Deserves a commendation" },
  { id: "flag.supervisor", label: "For the officer's supervisor" },
  { id: "flag.psd_view", label: "Professional standards should look at this" },
  { id: "flag.safeguarding", label: "For the safeguarding lead" },
  { id: "flag.discrimination", label: "Possible discrimination" },
  { id: "flag.force_review", label: "The use of force should be reviewed" },
  { id: "flag.unlawful_doubt", label: "Doubt whether the encounter was lawful" },
  { id: "flag.record_conflict", label: "The written record and the footage disagree" },
  { id: "flag.bwv_breach", label: "Camera not on, switched on late or cut off" },
  { id: "flag.training_example", label: "Useful for training" },
  { id: "flag.redaction_failure", label: "Something shows that should be hidden" },
];
