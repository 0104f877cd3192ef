import type { FrontDoor } from "~/app/http/front-door.server";
import { createHealthMount } from "~/app/http/health-mount.server";
import { createMediaMounts } from "~/app/http/media-mount.server";
import type { Mount } from "~/app/http/mount.server";
import { createUploadMount } from "~/app/http/upload-mount.server";
import type { UploadStore } from "~/storage/upload-store";

/** Everything that answers beside the pages. */
export function createMounts(
  door: FrontDoor,
  uploads: Pick<UploadStore, "dataStore" | "receive">,
): readonly Mount[] {
  return [createHealthMount(door.services), ...createMediaMounts(door), createUploadMount(door, uploads)];
}
