import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clipReference } from "~/domain/footage/clip-reference";
import type { ClipId } from "~/domain/ids";

describe("the reference of a clip", () => {
  test("names the command unit and four letters that cannot be misread", () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (id) => {
        expect(clipReference("NE", id as ClipId)).toMatch(/^NE-[BCDFGHJKMNPQRTVWXYZ2346789]{4}$/);
      }),
    );
  });

  test("is the same each time it is made from one id", () => {
    const id = "7d6c6dd0-55a0-4c5c-9b1f-0f6a5f0a1c11" as ClipId;

    expect(clipReference("NE", id)).toBe(clipReference("NE", id));
  });

  test("differs between almost all clips", () => {
    const ids = Array.from({ length: 400 }, (_, n) => createHash("sha256").update(`${n}`).digest("hex"));
    const references = new Set(ids.map((id) => clipReference("NE", id as ClipId)));

    expect(references.size).toBeGreaterThan(396);
  });
});
