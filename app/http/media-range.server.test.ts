import { expect, test } from "vitest";
import { parseRange } from "~/app/http/media-range.server";

test.each([
  [undefined, { kind: "whole" }],
  ["", { kind: "whole" }],
  ["lines=1-2", { kind: "whole" }],
  ["bytes=0-99", { kind: "stretch", range: { start: 0, end: 99 } }],
  ["Bytes=7-7", { kind: "stretch", range: { start: 7, end: 7 } }],
  ["bytes=100-", { kind: "stretch", range: { start: 100 } }],
  ["bytes=-500", { kind: "tail", bytes: 500 }],
])("the Range header %s is understood", (header, request) => {
  expect(parseRange(header)).toEqual(request);
});

test.each([
  "bytes=0-1,5-6",
  `bytes=${Array.from({ length: 1000 }, (_, index) => `${index}-${index}`).join(",")}`,
  "bytes=9-3",
  "bytes=-0",
  "bytes=-",
  "bytes=a-b",
  "bytes=0x1-2",
  "bytes=1-2-3",
  `bytes=${"9".repeat(40)}-`,
])("the Range header %#, several ranges or none that can be read, is refused", (header) => {
  expect(parseRange(header)).toEqual({ kind: "refused" });
});
