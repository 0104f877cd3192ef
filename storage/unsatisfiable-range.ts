/** Thrown by `ObjectStore.open` when a range begins at or after the end of the object of `size` bytes. */
export class UnsatisfiableRange extends Error {
  override readonly name = "UnsatisfiableRange";

  constructor(
    readonly key: string,
    readonly size: number,
  ) {
    super(`The range asked of ${key} begins beyond its ${size} bytes.`);
  }
}
