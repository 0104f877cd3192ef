import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";
import type { S3Config } from "~/storage/s3-config";
import { S3Store } from "~/storage/s3-store";

// A process of its own, as the website is one: GET /<key> is answered with the object, and nothing else is asked.
const store = new S3Store(JSON.parse(process.env.BARE_PIPE_S3 ?? "") as S3Config);
const server = createServer(async (request, response) => {
  const opened = await store.open(decodeURIComponent((request.url ?? "").slice(1)));
  if (opened === null) return void response.writeHead(404).end();
  response.writeHead(200, { "Content-Length": opened.length });
  await pipeline(opened.body, response).catch(() => response.destroy());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object")
    process.stdout.write(`ready http://127.0.0.1:${address.port}\n`);
});
process.on("SIGTERM", () => process.exit(0));
