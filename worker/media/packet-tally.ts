import type { PacketFacts } from "~/domain/footage/inspection";

interface StreamTally {
  count: number;
  bytes: number;
  start: number;
  end: number;
  latest: number;
}

/** Adds up ffprobe's packet lines, one stream apart from the other, in constant memory. */
export function tallyPackets(): {
  add: (line: string) => void;
  of: (stream: number) => PacketFacts;
  total: () => { bytes: number; startSeconds: number; endSeconds: number };
} {
  const streams = new Map<number, StreamTally>();

  const add = (line: string): void => {
    const fields = new Map(line.split("|").map((field) => splitOnce(field)));
    const index = Number(fields.get("stream_index"));
    if (!fields.has("stream_index") || !Number.isInteger(index)) return;
    const tally = streams.get(index) ?? {
      count: 0,
      bytes: 0,
      start: Infinity,
      end: -Infinity,
      latest: -Infinity,
    };
    streams.set(index, tally);
    tally.bytes += Number(fields.get("size")) || 0;
    // D: the container says to decode this packet but not to show it.
    if (fields.get("flags")?.includes("D")) return;
    tally.count += 1;
    const at = Number(fields.get("pts_time"));
    if (!Number.isFinite(at)) return;
    tally.start = Math.min(tally.start, at);
    tally.latest = Math.max(tally.latest, at);
    tally.end = Math.max(tally.end, at + (Number(fields.get("duration_time")) || 0));
  };

  const factsOf = (tally: StreamTally | undefined): PacketFacts => {
    if (!tally || tally.start > tally.latest) return { count: 0, startSeconds: 0, endSeconds: 0 };
    // Without stated durations the last packet is taken to be as long as the average one.
    const average = tally.count > 1 ? (tally.latest - tally.start) / (tally.count - 1) : 0;
    const end = tally.end > tally.latest ? tally.end : tally.latest + average;
    return { count: tally.count, startSeconds: tally.start, endSeconds: end };
  };

  const total = (): { bytes: number; startSeconds: number; endSeconds: number } => {
    const facts = [...streams.values()].map(factsOf).filter(({ count }) => count > 0);
    return {
      bytes: [...streams.values()].reduce((sum, { bytes }) => sum + bytes, 0),
      startSeconds: facts.length > 0 ? Math.min(...facts.map((fact) => fact.startSeconds)) : 0,
      endSeconds: facts.length > 0 ? Math.max(...facts.map((fact) => fact.endSeconds)) : 0,
    };
  };

  return { add, of: (stream) => factsOf(streams.get(stream)), total };
}

function splitOnce(field: string): [string, string] {
  const at = field.indexOf("=");
  return [field.slice(0, at), field.slice(at + 1)];
}
