import type { ShouldRevalidateFunction } from "@remix-run/react";

/** After a refusal the page is read anew: what was refused was asked of facts that no longer held. */
export const lookAgainWhenRefused: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;
