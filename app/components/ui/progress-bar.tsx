import { type ReactNode, useId } from "react";

interface ProgressBarProps {
  label: ReactNode;
  /** Without a value the work goes on, but nobody knows how far it is. */
  value?: number | undefined;
  max?: number;
  /** How far it is in words, such as "312 MB of 1.2 GB". */
  amount: string;
}

/** How far a long piece of work has got. */
export function ProgressBar({ label, value, max = 100, amount }: ProgressBarProps) {
  const id = useId();
  const bounded = value === undefined ? undefined : Math.min(Math.max(value, 0), max);
  return (
    <div className="app-progress">
      <div className="app-progress__line">
        <label className="app-progress__label" htmlFor={id}>
          {label}
        </label>
        <span className="app-progress__amount">{amount}</span>
      </div>
      <progress id={id} className="app-progress__bar" value={bounded} max={max} aria-valuetext={amount} />
    </div>
  );
}
