import { type Agent, get, type IncomingHttpHeaders } from "node:http";

/** Reads a reply to its end and answers how many bytes its body had; throws unless it is a 200. */
export function fetchBytes(
  url: string,
  { agent, headers = {} }: { readonly agent: Agent; readonly headers?: IncomingHttpHeaders },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("error", reject);
      response.once("end", () =>
        response.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} was answered with ${response.statusCode}`)),
      );
    });
    request.once("error", reject);
  });
}
