import { expect, test } from "vitest";
import { buildSandboxedCommand, pathsInside, type SandboxWay } from "~/worker/media/sandbox-command";

const limits = {
  memoryBytes: 3_000_000_000,
  cpuSeconds: 40,
  wallSeconds: 80,
  fileBytes: 4_000_000_000,
  processes: 144,
};
const mounts = { input: "/jobs/1/raw", outputDir: "/jobs/1/out", keyDir: "/jobs/1/key" };
const bwrap: SandboxWay = { kind: "bwrap", prefix: ["bwrap", "--unshare-all"], countsOwnProcesses: true };
const namespaces: SandboxWay = { kind: "unshare", prefix: ["unshare", "--net"], countsOwnProcesses: true };
const none: SandboxWay = { kind: "none", prefix: [], countsOwnProcesses: false };

test("bubblewrap shows the program one input, one key folder and one writable folder", () => {
  const { argv, cwd } = buildSandboxedCommand(bwrap, mounts, limits, ["ffmpeg", "-version"]);

  expect(cwd).toBe("/");
  expect(argv.join(" ")).toMatchInlineSnapshot(
    `"bwrap --unshare-all --ro-bind /jobs/1/raw /in/input --ro-bind /jobs/1/key /in/k --bind /jobs/1/out /out --chdir /out prlimit --as=3000000000 --cpu=40:50 --fsize=4000000000 --nofile=64 --nproc=144 --core=0 nice -n 10 timeout -s KILL 80 ffmpeg -version"`,
  );
});

test("bare namespaces keep the real paths and die with the worker", () => {
  const { argv, cwd } = buildSandboxedCommand(namespaces, mounts, limits, ["ffmpeg", "-version"]);

  expect(cwd).toBe("/jobs/1/out");
  expect(argv.join(" ")).toMatchInlineSnapshot(
    `"setpriv --no-new-privs --pdeathsig KILL unshare --net prlimit --as=3000000000 --cpu=40:50 --fsize=4000000000 --nofile=64 --nproc=144 --core=0 nice -n 10 timeout -s KILL 80 setpriv --no-new-privs --pdeathsig KILL ffmpeg -version"`,
  );
});

test("without a fence the limits remain, but for the count of processes, which would count everybody's", () => {
  const { argv } = buildSandboxedCommand(none, { input: "/jobs/1/raw" }, limits, ["ffprobe", "-version"]);

  expect(argv.join(" ")).toMatchInlineSnapshot(
    `"setpriv --no-new-privs --pdeathsig KILL prlimit --as=3000000000 --cpu=40:50 --fsize=4000000000 --nofile=64 --core=0 nice -n 10 timeout -s KILL 80 setpriv --no-new-privs --pdeathsig KILL ffprobe -version"`,
  );
});

test("a program finds its input under one name in bubblewrap and under the real one elsewhere", () => {
  const places = [bwrap, namespaces, none].map((way) => pathsInside(way, mounts));

  expect(places).toEqual([
    { input: "/in/input", keyDir: "/in/k" },
    { input: "/jobs/1/raw", keyDir: "/jobs/1/key" },
    { input: "/jobs/1/raw", keyDir: "/jobs/1/key" },
  ]);
});
