import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { CspNonce } from "~/app/components/ui/csp-nonce";

/** How long loaders may keep a page's stream open, in milliseconds. */
export const streamTimeout = 5_000;

// Rendering outlives the data's time limit, so that what was refused for lateness still reaches the page.
const RENDER_TIMEOUT = streamTimeout + 1_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = loadContext.cspNonce;
  return new Promise((resolve, reject) => {
    let shellReady = false;
    const { pipe, abort } = renderToPipeableStream(
      <CspNonce.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </CspNonce.Provider>,
      {
        nonce,
        onShellReady() {
          shellReady = true;
          const body = new PassThrough();
          body.on("close", () => clearTimeout(timer));
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error) {
          // Before the shell is ready the rejection above carries the error to handleError.
          if (shellReady && !request.signal.aborted) loadContext.reportError(error);
        },
      },
    );
    const timer = setTimeout(abort, RENDER_TIMEOUT);
  });
}

/** Called by Remix for whatever a loader, an action or a render throws, and for addresses that lead nowhere. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const refusedByRouter = isRouteErrorResponse(error) && error.status < 500;
  if (!refusedByRouter && !request.signal.aborted) context.reportError(error);
};
