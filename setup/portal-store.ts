import type { Portal } from "~/setup/portal";
import type { S3Config } from "~/storage/s3-config";
import { S3Store } from "~/storage/s3-store";

/** Where a portal that runs keeps its objects. */
export function storeConfigOf({ env }: Pick<Portal, "env">): S3Config {
  const given = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`the portal runs without ${name}`);
    return value;
  };
  return {
    endpoint: env.S3_ENDPOINT,
    region: given("AWS_REGION"),
    bucket: given("S3_BUCKET"),
    forcePathStyle: env.S3_FORCE_PATH_STYLE === "true",
    credentials: {
      accessKeyId: given("AWS_ACCESS_KEY_ID"),
      secretAccessKey: given("AWS_SECRET_ACCESS_KEY"),
    },
  };
}

/** Every key in the object store of a portal, in order. */
export async function storedKeys(portal: Pick<Portal, "env">): Promise<readonly string[]> {
  const store = new S3Store(storeConfigOf(portal));
  try {
    const keys: string[] = [];
    for await (const { key } of store.list("")) keys.push(key);
    return keys;
  } finally {
    await store.close();
  }
}
