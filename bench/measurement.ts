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

type Figure = Pick<Measurement, "bench" | "metric" | "value" | "unit">;

/** A figure that must not exceed its limit, rounded to three decimals for print after it was judged. */
export function atMost(limit: number, { bench, metric, unit, value }: Figure): Measurement {
  return { bench, metric, value: toThree(value), unit, target: `<= ${limit}`, ok: value <= limit };
}

/** A figure that must reach its limit, rounded to three decimals for print after it was judged. */
export function atLeast(limit: number, { bench, metric, unit, value }: Figure): Measurement {
  return { bench, metric, value: toThree(value), unit, target: `>= ${limit}`, ok: value >= limit };
}

function toThree(value: number): number {
  return Math.round(value * 1000) / 1000;
}
