import { createServer, type Server } from "node:net";
import type { PortalPorts } from "~/setup/portal";

function listen(): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address && typeof address === "object") resolve({ server, port: address.port });
      else reject(new Error("the system gave no port"));
    });
  });
}

/** Three different ports on loopback that were free a moment ago, for a throw-away portal. */
export async function freePorts(): Promise<PortalPorts> {
  // Held until all three are known, because a port let go of may be given out again at once.
  const [web, postgres, s3] = await Promise.all([listen(), listen(), listen()]);
  for (const { server } of [web, postgres, s3])
    await new Promise<void>((resolve) => server.close(() => resolve()));
  return { web: web.port, postgres: postgres.port, s3: s3.port };
}
