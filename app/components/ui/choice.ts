import type { ReactNode } from "react";

/** One thing to pick in a group of radios or checkboxes. */
export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

/** The first choice carries the id of the group, so that the error summary lands on it. */
export function choiceId(fieldId: string, position: number): string {
  return position === 0 ? fieldId : `${fieldId}-${position + 1}`;
}
