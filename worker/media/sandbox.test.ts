import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probeLimits } from "~/worker/media/run-limits";
import { runProcess } from "~/worker/media/run-process";
import { chooseSandbox, listFences, type MediaSandbox } from "~/worker/media/sandbox";
import { buildSandboxedCommand } from "~/worker/media/sandbox-command";

const signal = new AbortController().signal;
let folder: string;
/** Every way that works on this machine: as many as three, and no fence at all in any case. */
let working: MediaSandbox[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-"));
  const fences = await listFences();
  const tried = fences.map((fence) => chooseSandbox("auto", signal, [fence]).catch(() => null));
  working = (await Promise.all(tried)).filter((fence) => fence !== null);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function runIn(
  sandbox: MediaSandbox,
  program: string[],
  limits: Partial<ReturnType<typeof probeLimits>> = {},
): Promise<{ status: number; lines: string[] }> {
  const lines: string[] = [];
  const mounts = { outputDir: folder };
  const { argv, cwd } = buildSandboxedCommand(sandbox, mounts, { ...probeLimits(), ...limits }, program);
  const end = await runProcess(argv, { cwd, signal, onLine: (line) => lines.push(line) });
  return { status: end.status, lines };
}

describe("choosing a sandbox", () => {
  test("takes the first that works", async () => {
    const [first] = working;
    const chosen = await chooseSandbox("auto", signal).catch(() => undefined);

    expect(chosen).toEqual(first);
  });

  test("warns of anything weaker than bubblewrap", async () => {
    const fences = [...(await listFences()), await chooseSandbox("none", signal)];

    const quiet = fences.filter((fence) => fence.warning === null).map((fence) => fence.kind);

    expect(quiet).toEqual(["bwrap"]);
  });

  test("refuses when nothing works, and says what to do", async () => {
    const broken: MediaSandbox = {
      kind: "unshare",
      prefix: ["false"],
      countsOwnProcesses: false,
      warning: null,
    };

    await expect(chooseSandbox("auto", signal, [broken])).rejects.toThrow(
      /Install bubblewrap .* or set MEDIA_SANDBOX=none/,
    );
  });

  test("leaves the fence out when the operator says so, with a warning that names the setting", async () => {
    const sandbox = await chooseSandbox("none", signal);

    expect(sandbox.kind).toBe("none");
    expect(sandbox.warning).toContain("MEDIA_SANDBOX=none");
  });
});

describe("inside a sandbox", () => {
  test("no socket of this machine can be reached", async () => {
    let hits = 0;
    const server = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;

    const runs = working.map((sandbox) =>
      runIn(sandbox, ["ffmpeg", "-v", "quiet", "-i", `http://127.0.0.1:${port}/`]),
    );

    expect((await Promise.all(runs)).every(({ status }) => status !== 0)).toBe(true);
    server.close();
    expect(hits).toBe(0);
  });

  test("bubblewrap shows no file of this machine but programs and libraries", async () => {
    const secret = join(folder, "..", `neighbour-${process.pid}`);
    await writeFile(secret, "secret");
    const bubblewraps = working.filter((sandbox) => sandbox.kind === "bwrap");

    const runs = await Promise.all(
      bubblewraps.map((sandbox) => runIn(sandbox, ["cat", secret, "/etc/passwd", "/proc/1/environ"])),
    );

    await rm(secret);
    expect(runs.flatMap(({ lines }) => lines)).toEqual([]);
  });

  test("no file may grow larger than allowed", async () => {
    for (const sandbox of [...working, await chooseSandbox("none", signal)]) {
      const write = (size: number): Promise<{ status: number }> =>
        runIn(sandbox, ["dd", "if=/dev/zero", "of=zeros", `bs=${size}`, "count=1", "status=none"], {
          fileBytes: 4096,
        });

      const small = await write(4096);
      const kept = (await readFile(join(folder, "zeros"))).byteLength;
      const large = await write(8192);

      expect([sandbox.kind, small.status, kept, large.status === 0]).toEqual([sandbox.kind, 0, 4096, false]);
    }
  });

  test("what takes longer than its time is killed", async () => {
    const ways = [...working, await chooseSandbox("none", signal)];

    const runs = await Promise.all(
      ways.map((sandbox) => runIn(sandbox, ["sleep", "60"], { wallSeconds: 1 })),
    );

    expect(runs.map(({ status }) => status)).toEqual(ways.map(() => 137));
  });

  test("what burns more processor time than allowed ends with a signal of its own", async () => {
    const ways = [...working, await chooseSandbox("none", signal)];

    const burn = ["sh", "-c", "while :; do :; done"];
    const runs = await Promise.all(ways.map((sandbox) => runIn(sandbox, burn, { cpuSeconds: 1 })));

    expect(runs.map(({ status }) => status)).toEqual(ways.map(() => 152));
  });
});
