import { spawn } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { env } from "node:process";

export interface StepCommand {
  readonly name: string;
  /** A program of node_modules/.bin. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Shows what it prints as it comes, and not only when it fails. */
  readonly isLive?: boolean;
}

export interface StepEnd {
  readonly isDone: boolean;
  readonly seconds: number;
  /** Everything it printed; empty for a live one, whose words are on the screen already. */
  readonly output: string;
}

// A log is read by people and programs, and neither wants escape codes between the letters.
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };
const NO_STEP_TAKES_LONGER_MS = 20 * 60_000;

/** Runs one step of the test to its end and never throws: a program that crashes, hangs or is missing was not done. */
export function runStep({ args, env: own = {}, isLive = false, program }: StepCommand): Promise<StepEnd> {
  const began = performance.now();
  const bin = resolve("node_modules/.bin");
  return new Promise((settle) => {
    const child = spawn(`${bin}/${program}`, args, {
      env: { ...env, ...PLAIN, ...own, PATH: `${bin}${delimiter}${env.PATH ?? ""}` },
      stdio: ["ignore", isLive ? "inherit" : "pipe", isLive ? "inherit" : "pipe"],
      timeout: NO_STEP_TAKES_LONGER_MS,
      killSignal: "SIGTERM",
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    const end = (isDone: boolean, lastWord = "") =>
      settle({
        isDone,
        seconds: (performance.now() - began) / 1000,
        output: `${Buffer.concat(chunks).toString("utf8")}${lastWord}`,
      });
    child.once("error", (error) => end(false, `${error.message}\n`));
    child.once("close", (code, signal) => end(code === 0, signal ? `ended by ${signal}\n` : ""));
  });
}
