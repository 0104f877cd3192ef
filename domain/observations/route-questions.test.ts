import { describe, expect, test } from "vitest";
import type { Answers } from "./answer";
import type { Mode } from "./instrument/condition";
import { edoi100 } from "./instrument/edoi-1-0-0";
import type { QuestionFacts } from "./question-facts";
import { normaliseAnswers, visibleQuestions } from "./route-questions";
import { questionFacts } from "./testing/complete-answers";

type Case = { mode?: Mode; facts?: Partial<QuestionFacts> };

const asked = (answers: Answers, { mode = "mode.lite", facts = {} }: Case = {}) =>
  visibleQuestions(edoi100, mode, answers, questionFacts(facts)).map(({ id }) => id);

const counted = (answers: Answers, { mode = "mode.lite", facts = {} }: Case = {}) =>
  normaliseAnswers(edoi100, mode, answers, questionFacts(facts));

const core = edoi100.questions.filter(({ shown }) => shown === "core").map(({ id }) => id);
const extended = edoi100.questions.filter(({ shown }) => shown === "extended").map(({ id }) => id);
const notASearch = { encounterTypes: ["enc.arrest"], isSearch: false };
const cuffs = ["q.cuffs.when", "q.cuffs.conduct", "q.cuffs.why", "q.cuffs.care", "q.cuffs.off"];
const planter = [..."planter"].map((letter) => `q.force.${letter}`);

describe("the questions asked of a search", () => {
  test("start as the 44 core questions, in every mode but the full one", () => {
    expect(asked({})).toEqual(core);
    expect(asked({}, { mode: "mode.standard" })).toEqual(core);
  });

  test("add the extended ones in the full mode, save the one about cooling down", () => {
    const expected = extended.filter((id) => id !== "q.path.fall");
    expect(asked({}, { mode: "mode.full" })).toEqual(
      edoi100.questions.map(({ id }) => id).filter((id) => [...core, ...expected].includes(id)),
    );
  });
});

describe("routing", () => {
  test.each<[string, Answers, Case, string[], string[]]>([
    [
      "a footage that is cut off asks what was missed",
      { "q.foot.end": "cut_off" },
      {},
      ["q.foot.missing"],
      [],
    ],
    [
      "a footage that starts under way asks nothing about the opening words",
      { "q.foot.start": "under_way" },
      {},
      ["q.open.off_manner"],
      ["q.open.words", "q.open.reason30"],
    ],
    [
      "an encounter without a search asks nothing about information or the search",
      {},
      { mode: "mode.full", facts: notASearch },
      ["q.pj.voice"],
      ["q.info.grounds", "q.info.when", "q.search.extent"],
    ],
    [
      "a marked search opens the section on the search alone",
      {},
      { mode: "mode.full", facts: { ...notASearch, searchMarked: true } },
      ["q.search.extent"],
      ["q.info.grounds"],
    ],
    [
      "a search beyond outer clothing asks how it was done",
      { "q.search.extent": ["pat_down", "more_than_jog"] },
      { mode: "mode.full" },
      ["q.search.private", "q.search.samesex", "q.search.authority"],
      ["q.search.adult"],
    ],
    [
      "an exposing search of somebody under 18 asks for the appropriate adult",
      { "q.search.extent": ["intimate_exposed"] },
      { mode: "mode.full", facts: { personUnder18: true } },
      ["q.search.adult"],
      [],
    ],
    [
      "a pat-down asks nothing more",
      { "q.search.extent": ["pat_down"] },
      { mode: "mode.full", facts: { personUnder18: true } },
      [],
      ["q.search.private", "q.search.adult"],
    ],
    [
      "an answer about the extent that is not asked in this mode routes nowhere",
      { "q.search.extent": ["more_than_jog"] },
      { mode: "mode.lite" },
      [],
      ["q.search.extent", "q.search.private"],
    ],
    [
      "an MTIP asks for the extent in every mode",
      {},
      { facts: { encounterTypes: ["enc.mtip"] } },
      ["q.search.extent"],
      ["q.search.within"],
    ],
    [
      "a record of removed clothing asks for the extent in every mode",
      {},
      { facts: { moreThanOuterClothing: true } },
      ["q.search.extent"],
      [],
    ],
    [
      "no force asks nothing about force",
      { "q.force.any": "none" },
      {},
      [],
      [...cuffs, ...planter, "q.de.before_force"],
    ],
    [
      "handcuffs alone ask about handcuffs, not about PLANTER",
      { "q.force.any": "cuffs_only" },
      {},
      [...cuffs, "q.force.types", "q.de.before_force"],
      planter,
    ],
    [
      "handcuffs alone ask about PLANTER in the full mode",
      { "q.force.any": "cuffs_only" },
      { mode: "mode.full" },
      [...cuffs, ...planter],
      [],
    ],
    [
      "other force asks about PLANTER, not about handcuffs",
      { "q.force.any": "other" },
      {},
      [...planter, "q.force.types", "q.de.before_force"],
      cuffs,
    ],
    [
      "both kinds of force ask everything",
      { "q.force.any": "both" },
      {},
      [...cuffs, ...planter, "q.force.types"],
      [],
    ],
    [
      "doubt about force asks only whether calming came first",
      { "q.force.any": "cant_tell" },
      {},
      ["q.de.before_force"],
      [...cuffs, ...planter, "q.force.types"],
    ],
    ["a sign of need asks whether officers adapted", { "q.per.vuln": ["child"] }, {}, ["q.per.adjust"], []],
    ["no sign of need asks nothing more", { "q.per.vuln": ["none_seen"] }, {}, [], ["q.per.adjust"]],
    [
      "a right used asks for the officer's response",
      { "q.per.rights": ["filmed"] },
      { mode: "mode.full" },
      ["q.per.rights_resp"],
      [],
    ],
    [
      "no right used asks for no response",
      { "q.per.rights": ["none"] },
      { mode: "mode.full" },
      [],
      ["q.per.rights_resp"],
    ],
    ["no rise asks for no turning point", { "q.path.first": "no_rise" }, {}, [], ["q.path.turn"]],
    [
      "a fall from the peak asks what brought it down",
      { "q.path.peak": "heated", "q.path.end": "calm" },
      { mode: "mode.full" },
      ["q.path.fall"],
      [],
    ],
    ["a conflicting record asks where", { "q.rec.match": "conflict" }, {}, ["q.rec.what"], []],
    ["grade 1 asks why", { "q.all.grade": "grade.1_exemplary" }, {}, ["q.all.why"], []],
    ["grade 2 does not ask why", { "q.all.grade": "grade.2_good" }, {}, [], ["q.all.why"]],
    ["grade 3 does not ask why", { "q.all.grade": "grade.3_learning" }, {}, [], ["q.all.why"]],
    ["grade 4 asks why", { "q.all.grade": "grade.4_concern" }, {}, ["q.all.why"], []],
    ["grade 5 asks why", { "q.all.grade": "grade.5_serious" }, {}, ["q.all.why"], []],
    [
      "a clip that could not be judged does not ask why",
      { "q.all.grade": "grade.0_cannot" },
      {},
      [],
      ["q.all.why"],
    ],
  ])("%s", (_title, answers, situation, shown, hidden) => {
    const questions = asked(answers, situation);

    expect(questions).toEqual(expect.arrayContaining(shown));
    expect(questions.filter((id) => hidden.includes(id))).toEqual([]);
  });
});

describe("normalised answers", () => {
  test("store not captured where the footage starts under way, whatever was answered before", () => {
    const answers = counted({ "q.foot.start": "under_way", "q.open.words": "order" });
    expect(answers).toMatchObject({ "q.open.words": "not_captured", "q.open.reason30": "not_captured" });
  });

  test("drop the answer to a question that is no longer asked", () => {
    expect(counted({ "q.force.any": "none", "q.cuffs.when": "before_reason" })).toEqual({
      "q.force.any": "none",
    });
  });

  test("drop the answer to a question the instrument does not have", () => {
    expect(counted({ "q.old.thing": "yes" })).toEqual({});
  });

  test("take nothing from the prototype of the answers for an answer", () => {
    expect(counted(Object.create({ "q.foot.view": "clear" }))).toEqual({});
  });

  test("keep missing codes as answers", () => {
    expect(counted({ "q.end.record": "cant_tell" })).toEqual({ "q.end.record": "cant_tell" });
  });

  test("default the information answers to cannot tell where there is no sound, without overriding one given", () => {
    const answers = counted({ "q.foot.sound": "none", "q.info.warrant": "yes" });
    expect(answers).toMatchObject({
      "q.info.grounds": "cant_tell",
      "q.info.warrant": "yes",
      "q.info.when": "cant_tell",
    });
    expect(Object.keys(answers)).toHaveLength(11);
  });

  test("raise the safeguarding flag when no appropriate adult was present, beside the flags chosen", () => {
    const answers = counted(
      { "q.search.extent": ["intimate_exposed"], "q.search.adult": "no", "q.all.flags": ["flag.commend"] },
      { mode: "mode.full", facts: { personUnder18: true } },
    );
    expect(answers["q.all.flags"]).toEqual(["flag.commend", "flag.safeguarding"]);
  });

  test("raise no flag by themselves otherwise", () => {
    expect(counted({}, { mode: "mode.full" })).toEqual({});
  });

  test("are the same when normalised again", () => {
    const once = counted({ "q.foot.start": "under_way", "q.foot.sound": "none", "q.force.any": "both" });
    expect(counted(once)).toEqual(once);
  });
});
