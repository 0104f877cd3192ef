import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";

export interface DoorOptions {
  /** What to call it when something goes wrong. */
  readonly name: string;
  /** The door to open, such as `server.ts`. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** A process of the portal. */
export interface Door {
  readonly name: string;
  readonly process: ChildProcess;
  /** Resolves with the exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
  /** The last lines it wrote, for an error message. */
  lastLines(): string;
  /** Asks it to end and waits; after `graceMs` it is killed. */
  stop(graceMs?: number): Promise<void>;
}

const KEPT_LINES = 30;

/** Starts a door under the pinned Node and tsx, in a process group of its own so that Ctrl-C reaches only us. */
export function openDoor(options: DoorOptions): Door {
  const log: WriteStream = createWriteStream(options.logFile, { flags: "a" });
  const child = spawn(process.execPath, ["--import", "tsx", options.script, ...(options.args ?? [])], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const lines: string[] = [];
  const keep = (line: string) => {
    log.write(`${line}\n`);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
  };
  if (child.stdout) createInterface({ input: child.stdout }).on("line", keep);
  if (child.stderr) createInterface({ input: child.stderr }).on("line", keep);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      log.end();
      resolve(code);
    });
  });
  return {
    name: options.name,
    process: child,
    ended,
    lastLines: () => lines.join("\n"),
    async stop(graceMs = 15_000) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Waits for the door's line `ready …` and answers what follows the word; throws with its last words when it ends instead. */
export function whenReady(door: Door): Promise<string> {
  return new Promise((resolve, reject) => {
    const stdout = door.process.stdout;
    if (!stdout) {
      reject(new Error(`${door.name} has no output`));
      return;
    }
    createInterface({ input: stdout }).on("line", (line) => {
      if (line.startsWith("ready ")) resolve(line.slice("ready ".length));
    });
    void door.ended.then((code) =>
      reject(new Error(`${door.name} ended (${code ?? "killed"}) before it was ready:\n${door.lastLines()}`)),
    );
  });
}

/** Waits for a door that does its work and ends; throws with its last words unless it ends with 0. */
export async function whenDone(door: Door): Promise<string> {
  const code = await door.ended;
  if (code !== 0) throw new Error(`${door.name} failed (${code ?? "killed"}):\n${door.lastLines()}`);
  return door.lastLines();
}
