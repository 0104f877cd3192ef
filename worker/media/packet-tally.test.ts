import { expect, test } from "vitest";
import { tallyPackets } from "~/worker/media/packet-tally";

test("a stream spans from its first packet's start to its last one's end, in whatever order they come", () => {
  const tally = tallyPackets();
  for (const at of ["0.000000", "0.120000", "0.040000", "0.080000"]) {
    tally.add(`stream_index=0|pts_time=${at}|duration_time=0.040000|size=100|flags=K_`);
  }

  expect(tally.of(0)).toEqual({ count: 4, startSeconds: 0, endSeconds: 0.16 });
});

test("packets that are not to be shown count as bytes only", () => {
  const tally = tallyPackets();
  tally.add("stream_index=1|pts_time=-0.020000|duration_time=0.020000|size=258|flags=KD|");
  tally.add("stream_index=1|pts_time=0.000000|duration_time=0.020000|size=142|flags=K_");

  expect(tally.of(1)).toEqual({ count: 1, startSeconds: 0, endSeconds: 0.02 });
  expect(tally.total()).toEqual({ bytes: 400, startSeconds: 0, endSeconds: 0.02 });
});

test("without stated durations the last packet lasts as long as the average", () => {
  const tally = tallyPackets();
  for (const at of [1, 2, 3]) tally.add(`stream_index=0|pts_time=${at}|duration_time=N/A|size=1|flags=__`);

  expect(tally.of(0)).toEqual({ count: 3, startSeconds: 1, endSeconds: 4 });
});

test("the whole spans all streams, and empty or foreign lines add nothing", () => {
  const tally = tallyPackets();
  for (const line of ["", "side_data|nonsense", "stream_index=0|pts_time=2|duration_time=1|size=5|flags=K_"])
    tally.add(line);
  tally.add("stream_index=1|pts_time=1|duration_time=4|size=5|flags=K_");

  expect(tally.total()).toEqual({ bytes: 10, startSeconds: 1, endSeconds: 5 });
  expect(tally.of(7)).toEqual({ count: 0, startSeconds: 0, endSeconds: 0 });
});
