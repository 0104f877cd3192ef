import { expect, test } from "vitest";
import { createAutosave, PAUSE_MS, type SaveState } from "./autosave";
import type { Reply } from "./send-form";

const DONE: Reply = { kind: "done", body: null };

/** An autosave whose clock and server move when the test says so. */
function anAutosave() {
  const sent: string[][] = [];
  const states: SaveState["kind"][] = [];
  const waits: { ms: number; end: () => void }[] = [];
  const replies: ((reply: Reply) => void)[] = [];
  const turn = async () => {
    for (let each = 0; each < 5; each += 1) await Promise.resolve();
  };
  const autosave = createAutosave({
    send: (answers) => {
      sent.push([...answers].map(([questionId, [field]]) => `${questionId}=${field?.[1]}`).sort());
      return new Promise((resolve) => replies.push(resolve));
    },
    wait: (ms) => new Promise((end) => waits.push({ ms, end })),
    onState: ({ kind }) => states.push(kind),
  });
  return {
    touch: (questionId: string, value: string) => autosave.touch(questionId, [[questionId, value]]),
    leave: async () => {
      autosave.leave();
      await turn();
    },
    sent,
    states,
    waited: () => waits.map(({ ms }) => ms),
    pass: async () => {
      waits.at(-1)?.end();
      await turn();
    },
    reply: async (reply: Reply) => {
      replies.at(-1)?.(reply);
      await turn();
    },
  };
}

test("changes in quick succession are saved together, within two seconds of the first", async () => {
  const { pass, reply, sent, states, touch, waited } = anAutosave();

  touch("q.a.x", "one");
  touch("q.b.x", "one");
  touch("q.a.x", "two");
  await pass();
  await reply(DONE);

  expect(PAUSE_MS).toBeLessThanOrEqual(2_000);
  expect(waited()).toEqual([PAUSE_MS]);
  expect(sent).toEqual([["q.a.x=two", "q.b.x=one"]]);
  expect(states).toEqual(["saving", "saved"]);
});

test("a change made while another is being saved is saved after it", async () => {
  const { pass, reply, sent, states, touch } = anAutosave();
  touch("q.a.x", "one");
  await pass();

  touch("q.b.x", "one");
  await reply(DONE);
  const meanwhile = [...states];
  await pass();
  await reply(DONE);

  expect(meanwhile).not.toContain("saved");
  expect(sent).toEqual([["q.a.x=one"], ["q.b.x=one"]]);
  expect(states.at(-1)).toBe("saved");
});

test("what nobody answered is sent again, together with what changed meanwhile", async () => {
  const { pass, reply, sent, states, touch } = anAutosave();
  touch("q.a.x", "one");
  await pass();

  touch("q.a.x", "two");
  await reply({ kind: "again", isSignedOut: false });
  touch("q.b.x", "one");
  await pass();
  await reply(DONE);

  expect(states).toEqual(["saving", "retrying", "saved"]);
  expect(sent).toEqual([["q.a.x=one"], ["q.a.x=two", "q.b.x=one"]]);
});

test("what is refused is not sent again by itself, but with the next change", async () => {
  const { pass, reply, sent, states, touch } = anAutosave();
  touch("q.a.x", "one");
  await pass();

  await reply({ kind: "refused", message: "The session is not open for you now." });
  touch("q.b.x", "one");
  await pass();

  expect(states).toEqual(["saving", "refused", "saving"]);
  expect(sent).toEqual([["q.a.x=one"], ["q.a.x=one", "q.b.x=one"]]);
});

test("a change is shown as being saved at once, not only when it is sent", () => {
  const { sent, states, touch } = anAutosave();

  touch("q.a.x", "one");

  expect(sent).toEqual([]);
  expect(states).toEqual(["saving"]);
});

test("what changed last is sent at once when the page is left, and nothing is reported any more", async () => {
  const { leave, reply, sent, states, touch } = anAutosave();
  touch("q.a.x", "one");

  await leave();
  await reply(DONE);

  expect(sent).toEqual([["q.a.x=one"]]);
  expect(states).toEqual(["saving"]);
});
