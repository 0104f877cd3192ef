import { announcePortal } from "~/setup/announced-portal";
import { buildWebsite } from "~/setup/build";
import { openThrowawayPortal } from "~/setup/throwaway-portal";

/** One whole portal for all journeys, planted with their scene; answers how to end it. */
export default async function setUp(): Promise<() => Promise<void>> {
  buildWebsite();
  const portal = await openThrowawayPortal();
  try {
    await portal.plant("e2e");
    announcePortal(portal);
  } catch (error) {
    await portal.close();
    throw error;
  }
  return portal.close;
}
