import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closedAncestor } from "~/db/embedded/closed-ancestor";

test("a folder that only its owner may enter closes all that lies below it", async () => {
  const home = await mkdtemp(join(tmpdir(), "closed-"));
  const below = join(home, "checkout", "data");
  await mkdir(below, { recursive: true });

  await chmod(home, 0o700);
  const whileClosed = await closedAncestor(below);
  await chmod(home, 0o711);
  const whileOpen = await closedAncestor(below);
  await rm(home, { recursive: true });

  expect([whileClosed, whileOpen]).toEqual([home, null]);
});
