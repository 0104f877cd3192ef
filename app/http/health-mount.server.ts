import type { SharedServices } from "~/app/http/load-context";
import type { Mount } from "~/app/http/mount.server";
import { PUBLIC_ACTOR } from "~/domain/accounts/actor";

const PATIENCE_MS = 3_000;

/** Says whether database and object store answer, and nothing more. Callers at the same moment share one check. */
export function createHealthMount(services: Pick<SharedServices, "store" | "withActor">): Mount {
  let running: Promise<boolean> | null = null;
  const check = () => {
    running ??= isHealthy(services).finally(() => {
      running = null;
    });
    return running;
  };
  return {
    name: "health",
    path: "/health",
    policy: { GET: "account:sign-in" },
    body: null,
    answersAnyHost: true,
    async handle(_request, response) {
      const isWell = await check();
      response.status(isWell ? 200 : 503).json({ status: isWell ? "ok" : "unavailable" });
    },
  };
}

async function isHealthy({
  store,
  withActor,
}: Pick<SharedServices, "store" | "withActor">): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const tooLate = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("no answer in time")));
  });
  const answers = Promise.all([withActor(PUBLIC_ACTOR, () => Promise.resolve()), store.size("health")]);
  try {
    await Promise.race([answers, tooLate]);
    return true;
  } catch {
    return false;
  }
}
