/** A stream of numbers that looks random and is the same for the same seed. */
export interface Dice {
  /** From 0 inclusive to 1 exclusive. */
  roll(): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** A version-4 UUID. */
  uuid(): string;
}

/** Mulberry32: small, fast, good enough to make demo data look natural; never for secrets. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(roll() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const hex = (length: number) => Array.from({ length }, () => Math.floor(roll() * 16).toString(16)).join("");
  return {
    roll,
    pick,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`,
  };
}
