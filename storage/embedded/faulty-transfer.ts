import { once } from "node:events";
import type { Socket } from "node:net";
import type { Fault } from "./fault";

/** Thrown to end a transfer whose connection has gone; there is nobody left to answer. */
export class ConnectionGone extends Error {
  override readonly name = "ConnectionGone";
}

/** Passes bytes through until the fault strikes. Bytes up to that point are handed on, those after it are not. */
export async function* faultyTransfer(
  data: AsyncIterable<Buffer>,
  fault: Fault | undefined,
  socket: Socket,
): AsyncGenerator<Buffer> {
  if (fault === undefined || !("afterBytes" in fault)) {
    yield* data;
    return;
  }
  let left = fault.afterBytes;
  for await (const piece of data) {
    if (piece.length > left) {
      if (left > 0) yield piece.subarray(0, left);
      await strike(fault, socket);
    }
    left -= piece.length;
    yield piece;
  }
}

/** Does to the connection what the fault says and ends by throwing ConnectionGone. */
export async function strike(fault: Fault, socket: Socket): Promise<never> {
  if (!socket.destroyed) {
    const closed = once(socket, "close").catch(() => {});
    if (fault.kind === "reset") socket.resetAndDestroy();
    if (fault.kind === "truncate") socket.end();
    await closed;
  }
  throw new ConnectionGone();
}
