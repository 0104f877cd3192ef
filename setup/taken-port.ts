import { createServer } from "node:net";

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(true));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(false)));
  });
}

/** The first of the named ports that something else listens on already, or null. */
export async function takenPort<Name extends string>(
  ports: Readonly<Partial<Record<Name, number>>>,
): Promise<Name | null> {
  for (const name of Object.keys(ports) as Name[]) {
    const port = ports[name];
    if (port !== undefined && (await isTaken(port))) return name;
  }
  return null;
}
