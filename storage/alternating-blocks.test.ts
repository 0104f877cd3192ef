import { Readable } from "node:stream";
import { array, assert, asyncProperty, integer, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { alternatingBlocks } from "./alternating-blocks";

test("the blocks together are the stream, and all but the last are full", async () => {
  await assert(
    asyncProperty(
      array(uint8Array({ maxLength: 40 })),
      integer({ min: 1, max: 17 }),
      async (chunks, blockBytes) => {
        const lengths: number[] = [];
        const copied: Buffer[] = [];
        for await (const block of alternatingBlocks(Readable.from(chunks.map(Buffer.from)), blockBytes)) {
          lengths.push(block.length);
          copied.push(Buffer.from(block));
        }

        expect(Buffer.concat(copied)).toEqual(Buffer.concat(chunks));
        expect(lengths.slice(0, -1).every((length) => length === blockBytes)).toBe(true);
        expect(lengths.every((length) => length > 0)).toBe(true);
      },
    ),
  );
});

test("a block stays whole while the next one is read", async () => {
  const blocks = alternatingBlocks(
    Readable.from(["aaaa", "bbbb", "cccc"].map((text) => Buffer.from(text))),
    4,
  );

  const first = await blocks.next();
  const second = await blocks.next();

  expect(String(first.value)).toBe("aaaa");
  expect(String(second.value)).toBe("bbbb");
});
