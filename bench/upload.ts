import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { startUpload } from "~/app/services/footage/start-upload.server";
import { openMeans } from "~/bench/means";
import { atLeast, type Measurement } from "~/bench/measurement";
import { sendUpload } from "~/bench/send-upload";
import { measureSideBySide } from "~/bench/side-by-side";
import { inTemporaryFolder } from "~/bench/temporary-folder";
import type { UploadId } from "~/domain/ids";
import { aLiaison, PLANTED_PASSPHRASE } from "~/seeds/factories/people";
import { aRegisteredClip, officerContext } from "~/seeds/factories/uploads";
import { openThrowawayPortal } from "~/setup/throwaway-portal";
import { signInVisitor } from "~/setup/visitor";
import { rawKey } from "~/storage/keys";
import { uploadBySdk } from "~/storage/testing/sdk-upload";

const ROUNDS = 3;
const MEGABYTES = 300;
const BYTES = MEGABYTES * 1_000_000;

/** What the way through the website costs an upload beside the SDK's own uploader, straight to the same store. */
export function benchUpload(): Promise<readonly Measurement[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, "clip.bin");
    await writeNoise(path);
    const portal = await openThrowawayPortal();
    const means = openMeans(portal);
    try {
      // What arrives is no video; that nobody begins to look at it keeps the processors for both sides.
      await portal.worker.stop();
      const { accountId, email } = await means.withOwner((trx) => aLiaison(trx, { bcuCode: "NE" }));
      const officer = officerContext(means.services, accountId, "NE");
      const { cookie } = await signInVisitor(portal.url, email, PLANTED_PASSPHRASE);

      const { ratio } = await measureSideBySide(ROUNDS, {
        ours: async () => {
          const clipId = await aRegisteredClip(officer, { boroughGss: "E09000025" });
          const started = await startUpload(officer, { clipId, declaredBytes: BYTES, resumed: null });
          if (!started.ok) throw new Error(`the upload was refused: ${started.refusal}`);
          const uploadId = started.value;
          const send = () => sendUpload({ url: portal.url, cookie, uploadId, path, bytes: BYTES });
          return megabytesPerSecond(send, () => means.store.delete([rawKey(uploadId)]));
        },
        bare: () => {
          const key = rawKey(crypto.randomUUID() as UploadId);
          const send = () => uploadBySdk(means.s3, key, path);
          return megabytesPerSecond(send, () => means.store.delete([key]));
        },
      });
      return [
        atLeast(0.8, { bench: "upload", metric: "throughput over SDK upload", value: ratio, unit: "ratio" }),
      ];
    } finally {
      await means.close();
      await portal.close();
    }
  });
}

async function megabytesPerSecond(send: () => Promise<void>, tidy: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await send();
  const seconds = (performance.now() - began) / 1000;
  await tidy();
  return MEGABYTES / seconds;
}

async function writeNoise(path: string): Promise<void> {
  const file = await open(path, "w");
  try {
    const block = randomBytes(1_000_000);
    for (let written = 0; written < MEGABYTES; written += 1) await file.write(block);
  } finally {
    await file.close();
  }
}
