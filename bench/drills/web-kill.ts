import { createHash } from "node:crypto";
import { getObservation } from "~/app/services/observations/get-observation.server";
import type { Drill } from "~/bench/drills/drill";
import { anUnsealedObservation, type UnsealedObservation } from "~/bench/drills/seal-scene";
import { openMeans } from "~/bench/means";
import { getSealOutcome } from "~/db/testing/seal-outcome";
import { edoi100 } from "~/domain/observations/instrument/edoi-1-0-0";
import { sealedContentText } from "~/domain/observations/sealed-content";
import { createDice } from "~/seeds/factories/dice";
import { PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import type { Door } from "~/setup/child";
import { openThrowawayPortal } from "~/setup/throwaway-portal";
import { signInVisitor, type Visitor } from "~/setup/visitor";

const KILLED = [
  "while it is asked",
  "while it is asked",
  "when it is acknowledged",
  "when its fingerprint was shown",
] as const;

/**
 * The website is killed around the instant at which a member seals, and started again. A seal that was acknowledged
 * is there, once and with its hash; one that was not is asked for again, as a person would, and is there once too.
 */
export async function openWebKill(seed: number): Promise<Drill> {
  const dice = createDice(seed);
  const portal = await openThrowawayPortal();
  const means = openMeans(portal);
  let web: Door = portal.web;
  // How long a seal takes here, as the rounds show in which it is waited for.
  let usualMs = 30;

  const killWeb = async (): Promise<void> => {
    web.process.kill("SIGKILL");
    await web.ended;
    web = await portal.reopen("web");
  };

  const outcomeOf = ({ place }: UnsealedObservation) => means.withOwner((trx) => getSealOutcome(trx, place));

  return {
    async round() {
      const scene = await anUnsealedObservation(means, dice);
      const { clipId, panelId, sessionId } = scene.place;
      const path = `/panels/${panelId}/sessions/${sessionId}/clips/${clipId}/seal`;
      const visitor = await signInVisitor(portal.url, scene.email, PLANTED_PASSPHRASE);
      const instant = dice.pick(KILLED);

      const began = performance.now();
      const sealing = isSealed(visitor, path).catch(() => false);
      if (instant === "while it is asked")
        await new Promise((resolve) => setTimeout(resolve, dice.roll() * 1.2 * usualMs));
      else {
        await sealing;
        usualMs = performance.now() - began;
      }
      const shownBefore =
        instant === "when its fingerprint was shown" ? await fingerprint(visitor, path) : null;
      await killWeb();
      const isAcknowledged = await sealing;
      const isThere = (await outcomeOf(scene)).hashes.length > 0;

      if (isAcknowledged && !isThere) throw new Error("an acknowledged seal is gone");
      if (!isAcknowledged && !(await isSealed(visitor, path)))
        throw new Error("the seal was refused when it was asked for again");
      const shown = await fingerprint(visitor, path);
      if (shownBefore !== null && shownBefore !== shown)
        throw new Error(`the fingerprint was ${shownBefore} and is now ${shown}`);
      if ((await contentHash(scene)) !== shown) throw new Error("the fingerprint is not that of the content");
      const outcome = await outcomeOf(scene);
      const wanted = { hashes: [shown], observations: 1, sealedEntries: 1 };
      if (JSON.stringify(outcome) !== JSON.stringify(wanted))
        throw new Error(`the database holds ${JSON.stringify(outcome)}`);
      return `killed ${instant}, ${isAcknowledged ? "acknowledged" : "not acknowledged"} and ${isThere ? "there" : "asked again"}`;
    },
    async close() {
      await means.close();
      await portal.close();
    },
  };
}

async function isSealed(visitor: Visitor, path: string): Promise<boolean> {
  const reply = await visitor.post(path, { confirm: "yes" });
  return reply.status === 302 && reply.headers.get("location") === path;
}

async function fingerprint(visitor: Visitor, path: string): Promise<string> {
  const page = await (await visitor.get(path)).text();
  const found = /fingerprint">([0-9a-f]{64})</.exec(page)?.[1];
  if (!found) throw new Error("the page of a sealed observation shows no fingerprint");
  return found;
}

async function contentHash({ ctx, place }: UnsealedObservation): Promise<string> {
  const { observation } = await getObservation(ctx, place);
  if (observation === null) throw new Error("the observation is gone");
  const { answers, marks, mode } = observation;
  const text = sealedContentText({ instrumentVersion: edoi100.version, mode, answers, marks });
  return createHash("sha256").update(text, "utf8").digest("hex");
}
