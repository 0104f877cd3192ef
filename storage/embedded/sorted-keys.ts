import { compareKeys } from "../key-order";

/** Keys held in S3's order, so that a page of a listing is found without sorting. */
export class SortedKeys {
  readonly #keys: string[];

  constructor(keys: Iterable<string>) {
    this.#keys = [...keys].sort(compareKeys);
  }

  add(key: string): void {
    const at = this.#firstAtOrAfter(key);
    if (this.#keys[at] !== key) this.#keys.splice(at, 0, key);
  }

  remove(key: string): void {
    const at = this.#firstAtOrAfter(key);
    if (this.#keys[at] === key) this.#keys.splice(at, 1);
  }

  /** The keys that come after `after` and are not before `from`, in order. */
  *following(after: string | null, from: string): Generator<string> {
    const begin = after === null ? 0 : this.#firstAtOrAfter(after);
    for (let at = Math.max(begin, this.#firstAtOrAfter(from)); at < this.#keys.length; at += 1) {
      const key = this.#keys[at];
      if (key !== undefined && key !== after) yield key;
    }
  }

  #firstAtOrAfter(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(this.#keys[middle] ?? "", key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
