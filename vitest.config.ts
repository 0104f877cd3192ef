import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["{app,domain,db,storage,worker,seeds,bench,setup}/**/*.test.{ts,tsx}", "*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    globalSetup: ["./setup/vitest-postgres.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
