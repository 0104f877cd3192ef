/** What routing needs to know about the encounter and the clip beside the answers. */
export interface QuestionFacts {
  /** All `enc.*` types of the encounter, the primary one included. */
  readonly encounterTypes: readonly string[];
  /** Whether any of these types is a search. */
  readonly isSearch: boolean;
  /** Whether this observer marked `ev.mile.search`. */
  readonly searchMarked: boolean;
  /** Whether the police record's age band lies under 18. */
  readonly personUnder18: boolean;
  /** Whether the police record says that more than outer clothing was removed. */
  readonly moreThanOuterClothing: boolean;
  readonly clipDurationMs: number;
}
