import type { FrontDoor } from "~/app/http/front-door.server";
import { createHealthMount } from "~/app/http/health-mount.server";
import { createMediaMounts } from "~/app/http/media-mount.server";
import type { Mount } from "~/app/http/mount.server";

/** Everything that answers beside the pages. */
export function createMounts(door: FrontDoor, _uploads: null): readonly Mount[] {
  return [createHealthMount(door.services), ...createMediaMounts(door)];
}
