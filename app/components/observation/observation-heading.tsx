import type { ReactNode } from "react";
import { PageHeading } from "~/app/components/ui/page-heading";

const STEPS = { before: 1, watch: 2, questions: 3, record: 4, seal: 5 } as const;

interface ObservationHeadingProps {
  /** Where the clip stands on the agenda. */
  position: number;
  step: keyof typeof STEPS;
  lead?: ReactNode;
  children: ReactNode;
}

/** The title of one step of an observation, with the clip and how many steps there are. */
export function ObservationHeading({ children, lead, position, step }: ObservationHeadingProps) {
  return (
    <PageHeading caption={`Clip ${position} – step ${STEPS[step]} of 5`} lead={lead}>
      {children}
    </PageHeading>
  );
}
