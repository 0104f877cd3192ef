import { EmptyState } from "~/app/components/ui/empty-state";
import { ItemList } from "~/app/components/ui/item-list";
import { londonDate, londonTime } from "~/app/components/ui/london-time";
import { Tag } from "~/app/components/ui/tag";
import { paths } from "~/app/paths";

interface PanelChoicesProps {
  panels: readonly {
    readonly panelId: string;
    readonly name: string;
    readonly areaName: string;
    readonly isOpenNow: boolean;
    readonly nextStartsAt: Date | null;
  }[];
}

/** The panels somebody belongs to, one to open. */
export function PanelChoices({ panels }: PanelChoicesProps) {
  if (panels.length === 0)
    return (
      <EmptyState heading="You are not a member of a panel today">
        <p>A membership begins and ends on a date. Ask the chair of your panel when yours begins.</p>
      </EmptyState>
    );
  return (
    <ItemList
      label="Your panels"
      items={panels.map(({ areaName, isOpenNow, name, nextStartsAt, panelId }) => ({
        key: panelId,
        title: name,
        to: paths.panel(panelId),
        meta: `${areaName} · ${nextText(nextStartsAt)}`,
        tag: isOpenNow ? <Tag tone="active">Session open now</Tag> : undefined,
      }))}
    />
  );
}

function nextText(startsAt: Date | null): string {
  if (startsAt === null) return "no session to come";
  return `next session ${londonDate(startsAt)}, ${londonTime(startsAt)}`;
}
