import type { Portal } from "~/setup/portal";
import { S3Store } from "~/storage/s3-store";

/** Every key in the object store of a portal, in order. */
export async function storedKeys({ env }: Pick<Portal, "env">): Promise<readonly string[]> {
  const store = new S3Store({
    endpoint: env.S3_ENDPOINT,
    region: env.AWS_REGION ?? "",
    bucket: env.S3_BUCKET ?? "",
    forcePathStyle: env.S3_FORCE_PATH_STYLE === "true",
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? "",
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? "",
    },
  });
  try {
    const keys: string[] = [];
    for await (const { key } of store.list("")) keys.push(key);
    return keys;
  } finally {
    await store.close();
  }
}
