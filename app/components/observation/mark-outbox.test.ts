import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMarkOutbox, type MarkOutboxMeans, type ShownMark, type Tap } from "./mark-outbox";
import type { Reply } from "./send-form";

const DONE: Reply = { kind: "done", body: null };
const AGAIN: Reply = { kind: "again", isSignedOut: false };
const LOCKED: Reply = { kind: "refused", message: "You have locked your answers." };

function aTap(id: string, atMs = 1_000): Tap {
  return { id, code: "l1.mile", atMs, playbackRate: 1, pass: 1 };
}

/** An outbox whose server answers when the test says so. */
function anOutbox(saved: readonly Tap[] = []) {
  const sent: string[] = [];
  const waits: number[] = [];
  const pending: ((reply: Reply) => void)[] = [];
  let marks: readonly ShownMark[] = [];
  const means: MarkOutboxMeans = {
    saved,
    send: (act, tap) => {
      sent.push(`${act} ${tap.id}`);
      return new Promise((resolve) => pending.push(resolve));
    },
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    onChange: (shown) => {
      marks = shown;
    },
  };
  return {
    outbox: createMarkOutbox(means),
    sent,
    waits,
    states: () => marks.map(({ id, state }) => `${id} ${state}`),
    message: () => marks[0]?.message,
    reply: async (reply: Reply) => {
      pending.shift()?.(reply);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

describe("a tap", () => {
  test("shows at once and is saved when the server answers", async () => {
    const { outbox, reply, states } = anOutbox();

    outbox.make(aTap("a"));
    const atOnce = states();
    await reply(DONE);

    expect(atOnce).toEqual(["a saving"]);
    expect(states()).toEqual(["a saved"]);
  });

  test("shows at its place among the marks made before", () => {
    const { outbox, states } = anOutbox([aTap("late", 90_000), aTap("early", 500)]);

    outbox.make(aTap("new"));

    expect(states()).toEqual(["early saved", "new saving", "late saved"]);
  });

  test("that nobody answered is sent again with the same id, after longer and longer waits", async () => {
    const { outbox, reply, sent, states, waits } = anOutbox();

    outbox.make(aTap("a"));
    for (let failure = 0; failure < 7; failure += 1) await reply(AGAIN);
    const meanwhile = states();
    await reply(DONE);

    expect(meanwhile).toEqual(["a retrying"]);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(new Set(sent)).toEqual(new Set(["make a"]));
    expect(states()).toEqual(["a saved"]);
  });

  test("that is refused stays in sight with the reason, until it is taken away", async () => {
    const { message, outbox, reply, sent, states } = anOutbox();
    outbox.make(aTap("a"));

    await reply(LOCKED);

    expect(states()).toEqual(["a refused"]);
    expect(message()).toBe("You have locked your answers.");
    outbox.remove("a");
    expect(states()).toEqual([]);
    expect(sent).toEqual(["make a"]);
  });
});

describe("taking a mark back", () => {
  test("hides it at once", () => {
    const { outbox, states } = anOutbox([aTap("a")]);

    outbox.remove("a");

    expect(states()).toEqual([]);
  });

  test("while it is still being saved removes it after it was saved", async () => {
    const { outbox, reply, sent, states } = anOutbox();
    outbox.make(aTap("a"));
    outbox.remove("a");

    await reply(DONE);
    await reply(DONE);

    expect(sent).toEqual(["make a", "remove a"]);
    expect(states()).toEqual([]);
  });

  test("that is refused brings it back with the reason", async () => {
    const { message, outbox, reply, states } = anOutbox([aTap("a")]);
    outbox.remove("a");

    await reply(LOCKED);

    expect(states()).toEqual(["a refused"]);
    expect(message()).toBe("You have locked your answers.");
  });
});

test("whatever the network does, the server ends with what the observer sees", async () => {
  const act = fc.record({ what: fc.constantFrom("make", "remove"), id: fc.constantFrom("a", "b", "c") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 12 }),
      fc.array(fc.constantFrom("done", "lost before", "lost after"), { maxLength: 20 }),
      async (acts, fates) => {
        const server = new Set<string>();
        let marks: readonly ShownMark[] = [];
        const luck = [...fates];
        const outbox = createMarkOutbox({
          saved: [],
          wait: () => Promise.resolve(),
          onChange: (shown) => {
            marks = shown;
          },
          send: async (what, { id }) => {
            const fate = luck.shift() ?? "done";
            await Promise.resolve();
            if (fate !== "lost before") what === "make" ? server.add(id) : server.delete(id);
            return fate === "done" ? DONE : AGAIN;
          },
        });
        const made = new Set<string>();
        for (const { id, what } of acts) {
          if (what === "remove") outbox.remove(id);
          else if (!made.has(id)) outbox.make(aTap(id));
          made.add(id);
          await Promise.resolve();
        }
        for (let turn = 0; turn < 300; turn += 1) await Promise.resolve();

        expect(new Set(marks.map(({ id }) => id))).toEqual(server);
        expect(marks.every(({ state }) => state === "saved")).toBe(true);
      },
    ),
  );
});
