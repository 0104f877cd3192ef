import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { judgeEscalation, judgeRise, type TemperatureObservation } from "./escalation";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 19, minute));

const observation = (
  observerId: string,
  path: string,
  changes: Partial<TemperatureObservation> = {},
): TemperatureObservation => {
  const [start, peak] = path.split(">");
  return { observerId, sealedAt: at(0), start, peak, ...changes };
};

const clip = (...paths: string[]) => paths.map((path, place) => observation(`observer ${place}`, path));
const ROSE = "calm>tense";
const STAYED = "calm>uneasy";
const DOUBT = "cant_tell>heated";

describe("one observer's rise", () => {
  test("follows the scores of the instrument for every pair of temperatures", () => {
    const temperatures = edoi100.responseSets.find(({ id }) => id === "rs.temp5")?.options ?? [];
    for (const start of temperatures)
      for (const peak of temperatures) {
        const judgeable = start.score !== undefined && peak.score !== undefined;
        const rose = (peak.score ?? 0) - (start.score ?? 0) >= 2;
        const expected = judgeable ? (rose ? "rise" : "no_rise") : "cannot_judge";
        expect(judgeRise(start.value, peak.value)).toBe(expected);
      }
    expect(temperatures).toHaveLength(6);
  });

  test.each([undefined, null, "redacted", "not_captured", 2])("cannot be judged from %j", (start) => {
    expect(judgeRise(start, "physical")).toBe("cannot_judge");
  });
});

describe("escalation in a clip", () => {
  test.each([
    ["is seen when all saw it", [ROSE, ROSE, ROSE], "seen"],
    ["is seen when more than half saw it", [ROSE, ROSE, STAYED], "seen"],
    ["is not seen when more than half did not", [ROSE, STAYED, STAYED], "not_seen"],
    ["is not settled on a tie", [ROSE, ROSE, STAYED, STAYED], "not_settled"],
    ["is judged by those who could judge", [ROSE, ROSE, STAYED, DOUBT, DOUBT], "seen"],
    ["is not settled when fewer than three could judge", [ROSE, ROSE, DOUBT, DOUBT], "not_settled"],
    ["is not settled when those who could judge are divided", [ROSE, STAYED, DOUBT], "not_settled"],
    ["is not settled when nobody could judge", [DOUBT, DOUBT, DOUBT], "not_settled"],
    ["is not judged at all with two observers", [ROSE, ROSE], null],
    ["is not judged at all with none", [], null],
  ])("%s", (_title, paths, verdict) => {
    expect(judgeEscalation(clip(...paths))).toBe(verdict);
  });

  test("is not judged on an observation that is not sealed", () => {
    const open = observation("third", ROSE, { sealedAt: null });
    expect(judgeEscalation([...clip(ROSE, ROSE), open])).toBeNull();
  });

  test("counts a person once, by the first observation sealed", () => {
    const changed = [
      observation("third", ROSE, { sealedAt: at(9) }),
      observation("third", STAYED, { sealedAt: at(3) }),
    ];
    expect(judgeEscalation([...clip(ROSE, STAYED), ...changed])).toBe("not_seen");
    expect(judgeEscalation([...clip(ROSE), ...changed])).toBeNull();
  });

  test("does not depend on the order of the observers", () => {
    const paths = fc.array(fc.constantFrom(ROSE, STAYED, DOUBT), { maxLength: 8 });
    fc.assert(
      fc.property(paths, (given) => {
        const observations = clip(...given);
        expect(judgeEscalation([...observations].reverse())).toBe(judgeEscalation(observations));
      }),
    );
  });
});
