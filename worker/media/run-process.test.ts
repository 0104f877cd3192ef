import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { runProcess } from "~/worker/media/run-process";

const forever = new AbortController().signal;

/** Whether a process exists; one that has died but was not yet collected counts as gone. */
async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat !== "" && !/\) [ZX] /.test(stat);
}

describe("a process", () => {
  test("gives its lines one by one, the last one too when it is not ended", async () => {
    const lines: string[] = [];

    const end = await runProcess(["printf", "one\\ntwo\\nthree"], {
      cwd: "/",
      signal: forever,
      onLine: (line) => lines.push(line),
    });

    expect(end.status).toBe(0);
    expect(lines).toEqual(["one", "two", "three"]);
  });

  test("ends with its own status, or 128 and the number of the signal that killed it", async () => {
    const own = await runProcess(["sh", "-c", "exit 3"], { cwd: "/", signal: forever });
    const killed = await runProcess(["sh", "-c", "kill -KILL $$"], { cwd: "/", signal: forever });

    expect([own.status, killed.status]).toEqual([3, 137]);
  });

  test("sees none of our environment", async () => {
    const lines: string[] = [];

    await runProcess(["env"], {
      cwd: "/",
      signal: forever,
      onLine: (line) => lines.push(line.split("=")[0] ?? ""),
    });

    expect(lines.sort()).toEqual(["LC_ALL", "NODE_ENV", "PATH"]);
  });

  test("keeps the end of what it complains about and forgets the rest", async () => {
    const end = await runProcess(["sh", "-c", "yes complaint | head -c 200000 >&2; echo last words >&2"], {
      cwd: "/",
      signal: forever,
    });

    expect(end.stderrTail).toHaveLength(16 * 1024);
    expect(end.stderrTail.endsWith("last words\n")).toBe(true);
  });

  test("dies with its whole group when aborted, and the caller gets the reason", async () => {
    const controller = new AbortController();
    const reason = new Error("the worker is stopping");
    const pids: number[] = [];

    const run = runProcess(["sh", "-c", "sleep 60 & echo $!; echo $$; wait"], {
      cwd: "/",
      signal: controller.signal,
      onLine: (line) => {
        pids.push(Number(line));
        if (pids.length === 2) controller.abort(reason);
      },
    });

    await expect(run).rejects.toBe(reason);
    expect(pids).toHaveLength(2);
    expect(await Promise.all(pids.map(isAlive))).toEqual([false, false]);
  });

  test("is not started once the signal is aborted", async () => {
    const run = async (): Promise<unknown> =>
      runProcess(["true"], { cwd: "/", signal: AbortSignal.abort(new Error("too late")) });

    await expect(run()).rejects.toThrow("too late");
  });

  test("is killed when its listener throws", async () => {
    const onLine = (): void => {
      throw new Error("the listener gave up");
    };

    await expect(
      runProcess(["sh", "-c", "echo; sleep 60"], { cwd: "/", signal: forever, onLine }),
    ).rejects.toThrow("the listener gave up");
  });

  test("that does not exist is an error, not a status", async () => {
    await expect(runProcess(["no-such-program-here"], { cwd: "/", signal: forever })).rejects.toThrow(
      "ENOENT",
    );
  });
});
