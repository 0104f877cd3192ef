import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventMarkId } from "~/domain/ids";
import type { EventMark } from "./marks";
import { type SealedContent, sealedContentText } from "./sealed-content";

function mark(id: string, tStartMs: number): EventMark {
  const times = { tStartMs, tEndMs: tStartMs, playbackRate: 1, pass: 1 } as const;
  return {
    id: id as EventMarkId,
    code: "l1.mile",
    level: 1,
    kind: "pt",
    ...times,
    autoClosed: false,
    actor: null,
  };
}

const content: SealedContent = {
  instrumentVersion: "edoi-1.0.0",
  mode: "mode.standard",
  answers: { "q.b.x": { text: "Ruhig – “calm”" }, "q.a.x": ["b", "a"] },
  marks: [mark("b", 1), mark("a", 2)],
};

test("sealed content is written in one way only, keys and marks sorted, nothing between", () => {
  expect(sealedContentText(content)).toBe(
    '{"answers":{"q.a.x":["b","a"],"q.b.x":{"text":"Ruhig – “calm”"}},"instrumentVersion":"edoi-1.0.0","marks":[' +
      '{"actor":null,"autoClosed":false,"code":"l1.mile","id":"a","kind":"pt","level":1,"pass":1,"playbackRate":1,"tEndMs":2,"tStartMs":2},' +
      '{"actor":null,"autoClosed":false,"code":"l1.mile","id":"b","kind":"pt","level":1,"pass":1,"playbackRate":1,"tEndMs":1,"tStartMs":1}],' +
      '"mode":"mode.standard"}',
  );
});

test("the order in which answers and marks were read does not change the sealed text", () => {
  const entries = Object.entries(content.answers);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(entries, { minLength: entries.length }),
      fc.shuffledSubarray([...content.marks], { minLength: content.marks.length }),
      (answers, marks) => {
        const shuffled = { ...content, answers: Object.fromEntries(answers), marks };

        expect(sealedContentText(shuffled)).toBe(sealedContentText(content));
      },
    ),
  );
});

test("any other value gives another sealed text", () => {
  const changed = { ...content, marks: [mark("b", 1), mark("a", 3)] };

  expect(sealedContentText(changed)).not.toBe(sealedContentText(content));
});
