import { expect, test } from "vitest";
import { runStep } from "~/setup/run-step";

test("a step is done when its program ends well, and what it printed is kept", async () => {
  const end = await runStep({ name: "types", program: "tsc", args: ["--version"] });

  expect(end).toMatchObject({ isDone: true, output: expect.stringContaining("Version 5.9") });
});

test("a step whose program fails is not done", async () => {
  const end = await runStep({ name: "types", program: "tsc", args: ["--no-such-option"] });

  expect(end.isDone).toBe(false);
});

test("a step whose program is missing is not done, and says which it is", async () => {
  const end = await runStep({ name: "nothing", program: "no-such-program", args: [] });

  expect(end).toMatchObject({ isDone: false, output: expect.stringContaining("no-such-program") });
});
