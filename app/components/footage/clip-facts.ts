import type { EncounterFacts } from "~/app/components/footage/encounter-summary";
import type { ClipFailure } from "~/domain/footage/clip-failure";
import type { ClipStage } from "~/domain/footage/clip-stage";
import type { RunProgress } from "~/domain/footage/job-run";

/** What a page about one clip shows of it. */
export interface ClipFacts {
  readonly clipId: string;
  readonly reference: string;
  readonly stage: ClipStage;
  readonly isOwn: boolean;
  readonly ageDays: number;
  readonly encounter: EncounterFacts;
  readonly uploader: string;
  readonly hasOpenUpload: boolean;
  readonly releaser: string | null;
  readonly releasedAt: Date | null;
  readonly pulledAt: Date | null;
  readonly rejection: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  readonly failure: ClipFailure | null;
  readonly run: RunProgress | null;
  readonly footage: { readonly renditionId: string; readonly durationMs: number } | null;
  readonly colleagues: readonly string[];
}
