import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";

/** Vite in place of the built site: what it serves of scripts and styles, and the pages as they stand in the files now. */
export async function createDevelopmentBuild(): Promise<{
  readonly assets: RequestHandler;
  readonly loadBuild: () => Promise<ServerBuild>;
  close(): Promise<void>;
}> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    assets: vite.middlewares,
    loadBuild: async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild,
    close: () => vite.close(),
  };
}
