import { env } from "node:process";
import { z } from "zod";
import { startEmbeddedS3 } from "./start-embedded-s3";

const Settings = z.object({
  NODE_ENV: z
    .string()
    .optional()
    .refine(
      (value) => value !== "production",
      "the embedded S3 is for demo and tests; set S3_ENDPOINT instead",
    ),
  EMBEDDED_S3_PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number, or 0 for any free one")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be at most 65535"),
  EMBEDDED_S3_DIR: z.string().min(1),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
});

function fail(reason: string): never {
  process.stderr.write(`The embedded S3 did not start: ${reason}\n`);
  process.exit(1);
}

function explain(error: unknown, port: number): string {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (taken) return `port ${port} is taken; choose another one with EMBEDDED_S3_PORT.`;
  return error instanceof Error ? error.message : String(error);
}

const settings = Settings.safeParse(env);
if (!settings.success) fail(`its settings are not complete.\n${z.prettifyError(settings.error)}`);
const { data } = settings;

try {
  const running = await startEmbeddedS3({
    directory: data.EMBEDDED_S3_DIR,
    port: data.EMBEDDED_S3_PORT,
    accessKeyId: data.AWS_ACCESS_KEY_ID,
    secretAccessKey: data.AWS_SECRET_ACCESS_KEY,
  });
  const stop = () => void running.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`ready ${running.endpoint}\n`);
} catch (error) {
  fail(explain(error, data.EMBEDDED_S3_PORT));
}
