/** One line that the benches print. */
export interface Measurement {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** The promise, with its direction: "<= 1.10". */
  readonly target: string;
  readonly ok: boolean;
}

/** A figure that must not exceed its limit, rounded to three decimals for print after it was judged. */
export function atMost(
  limit: number,
  { value, ...named }: Pick<Measurement, "bench" | "metric" | "value" | "unit">,
): Measurement {
  return { ...named, value: toThree(value), target: `<= ${limit}`, ok: value <= limit };
}

/** A figure that must reach its limit, rounded to three decimals for print after it was judged. */
export function atLeast(
  limit: number,
  { value, ...named }: Pick<Measurement, "bench" | "metric" | "value" | "unit">,
): Measurement {
  return { ...named, value: toThree(value), target: `>= ${limit}`, ok: value >= limit };
}

function toThree(value: number): number {
  return Math.round(value * 1000) / 1000;
}
