import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readSealed } from "./sealed-file";

interface FoundFile<Facts> {
  readonly name: string;
  readonly size: number;
  readonly facts: Facts;
}

const READ_AT_ONCE = 32;

/** Reads the footers of all our files in a directory; files that are not ours, or not of this kind, are left out. */
export async function readFacts<Facts>(
  directory: string,
  isFacts: (footer: unknown) => footer is Facts,
): Promise<FoundFile<Facts>[]> {
  const names = await readdir(directory);
  const found: FoundFile<Facts>[] = [];
  const readNext = async () => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const sealed = await readSealed(join(directory, name));
      if (sealed !== null && isFacts(sealed.footer)) {
        found.push({ name, size: sealed.size, facts: sealed.footer });
      }
    }
  };
  await Promise.all(Array.from({ length: READ_AT_ONCE }, readNext));
  return found;
}

/** Tells whether a footer is a record that has these properties. */
export function hasAll<Name extends string>(
  footer: unknown,
  ...names: readonly Name[]
): footer is Record<Name, unknown> {
  return typeof footer === "object" && footer !== null && names.every((name) => name in footer);
}
