import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getObservation } from "~/app/services/observations/get-observation.server";
import { lockObservation } from "~/app/services/observations/lock-observation.server";
import { makeMark } from "~/app/services/observations/make-mark.server";
import { openObservation } from "~/app/services/observations/open-observation.server";
import { removeMark } from "~/app/services/observations/remove-mark.server";
import { saveAnswers } from "~/app/services/observations/save-answers.server";
import { sealObservation } from "~/app/services/observations/seal-observation.server";
import {
  anObservingScene,
  answersOf,
  aTap,
  type ObservingScene,
} from "~/app/services/testing/observing-scene";
import { createTestDatabase, type TestDatabase } from "~/db/testing/test-database";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const ACTS = {
  save: ({ place, seated }: ObservingScene) => saveAnswers(seated, place, { "q.pj.respect": "fully" }),
  resave: ({ place, seated }: ObservingScene) => saveAnswers(seated, place, { "q.pj.respect": "a_little" }),
  unsave: ({ place, seated }: ObservingScene) => saveAnswers(seated, place, { "q.pj.respect": null }),
  complete: ({ place, seated }: ObservingScene) => saveAnswers(seated, place, answersOf("up to the lock")),
  judge: ({ place, seated }: ObservingScene) => saveAnswers(seated, place, answersOf("after the lock")),
  rejudge: ({ place, seated }: ObservingScene) => saveAnswers(seated, place, { "q.all.sure": "unsure" }),
  mark: ({ place, seated }: ObservingScene) => makeMark(seated, place, aTap()),
  unmark: async ({ place, seated }: ObservingScene) => {
    const mark = (await getObservation(seated, place)).observation?.marks[0];
    return mark && removeMark(seated, place, mark.id);
  },
  lock: ({ place, seated }: ObservingScene) => lockObservation(seated, place),
  seal: ({ place, seated }: ObservingScene) => sealObservation(seated, place),
};
type Act = keyof typeof ACTS;

const aboutTheClip = new Set(
  edoi100.questions.filter(({ phase }) => phase !== "after_lock").map(({ id }) => id),
);

/** What must not change any more at this stage, as text. */
async function finalContent({
  place,
  seated,
}: ObservingScene): Promise<{ locked?: string; sealed?: string }> {
  const { contentSha256, observation, stage } = await getObservation(seated, place);
  if (observation === null || (stage !== "locked" && stage !== "sealed")) return {};
  const entries = Object.entries(observation.answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const locked = JSON.stringify([entries.filter(([id]) => aboutTheClip.has(id)), observation.marks]);
  return stage === "locked" ? { locked } : { locked, sealed: JSON.stringify([entries, contentSha256]) };
}

test("in whatever order somebody saves, marks, locks and seals, nothing that was final ever changes", async () => {
  // The way to the end is woven into the noise, or most runs would never lock.
  const noise = fc.array(fc.constantFrom(...(Object.keys(ACTS) as Act[])), { maxLength: 5 });
  let sealedRuns = 0;
  await fc.assert(
    fc.asyncProperty(fc.tuple(noise, noise, noise, noise, noise), async ([a, b, c, d, e]) => {
      const scene = await anObservingScene(database);
      await openObservation(scene.seated, scene.place);
      const acts: Act[] = [...a, "complete", ...b, "lock", ...c, "judge", ...d, "seal", ...e];

      let earlier: Awaited<ReturnType<typeof finalContent>> = {};
      for (const act of acts) {
        await ACTS[act](scene);
        const now = await finalContent(scene);
        expect({ ...now, ...earlier }).toEqual(now);
        earlier = now;
      }
      if (earlier.sealed !== undefined) sealedRuns += 1;
    }),
    { numRuns: 12 },
  );

  expect(sealedRuns).toBeGreaterThan(0);
});

test("acts that race each other to the lock leave one content, and all reads agree on it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(["save", "resave", "mark", "unmark", "lock", "lock"] as Act[], { minLength: 6 }),
      async (acts) => {
        const scene = await anObservingScene(database);
        await openObservation(scene.seated, scene.place);
        await ACTS.mark(scene);
        await ACTS.complete(scene);

        await Promise.all(acts.map((act) => ACTS[act](scene)));

        const once = await finalContent(scene);
        await Promise.all([ACTS.resave(scene), ACTS.mark(scene), ACTS.unmark(scene)]);
        expect(once.locked).toBeDefined();
        await expect(finalContent(scene)).resolves.toEqual(once);
      },
    ),
    { numRuns: 8 },
  );
});
