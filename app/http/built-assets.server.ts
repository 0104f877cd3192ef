import compression from "compression";
import express, { type RequestHandler, Router } from "express";

/**
 * The built scripts, styles and fonts below `folder`. Hashed ones may be kept for ever; they alone are compressed,
 * because a compressed page would let its length tell what is on it.
 */
export function createBuiltAssets(folder: string): RequestHandler {
  const router = Router();
  router.use(
    "/assets",
    compression(),
    express.static(`${folder}/assets`, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader("Cache-Control", "public, max-age=31536000, immutable"),
    }),
    (_request, response) => void response.sendStatus(404),
  );
  router.use(express.static(folder, { index: false, redirect: false, cacheControl: false }));
  return router;
}
