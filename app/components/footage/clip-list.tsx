import { clipStageText } from "~/app/components/footage/clip-stage-text";
import { dayText } from "~/app/components/footage/day-text";
import { FootageAge } from "~/app/components/footage/footage-age";
import { ItemList } from "~/app/components/ui/item-list";
import { Tag } from "~/app/components/ui/tag";
import { paths } from "~/app/paths";
import type { ClipStage } from "~/domain/footage/clip-stage";

export interface ListedClipFacts {
  readonly clipId: string;
  readonly reference: string;
  readonly stage: ClipStage;
  readonly encounterType: string;
  readonly borough: string;
  readonly occurredOn: string;
  readonly ageDays: number;
  readonly uploader: string;
  readonly isOwn: boolean;
}

/** The clips of a command unit, each with where it stands and how old its footage is. */
export function ClipList({ clips }: { clips: readonly ListedClipFacts[] }) {
  return (
    <ItemList
      label="Clips"
      items={clips.map((clip) => ({
        key: clip.clipId,
        to: paths.clip(clip.clipId),
        title: clip.reference,
        tag: <Tag tone={clipStageText[clip.stage].tone}>{clipStageText[clip.stage].text}</Tag>,
        meta: (
          <>
            {clip.encounterType}, {clip.borough}
            <br />
            {dayText(clip.occurredOn)}
            {clip.stage === "erased" ? null : (
              <>
                , <FootageAge days={clip.ageDays} stage={clip.stage} />
              </>
            )}
            {clip.isOwn ? null : (
              <>
                <br />
                Registered by {clip.uploader}
              </>
            )}
          </>
        ),
      }))}
    />
  );
}
