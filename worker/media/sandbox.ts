import { access } from "node:fs/promises";
import { probeLimits } from "~/worker/media/run-limits";
import { runProcess } from "~/worker/media/run-process";
import { buildSandboxedCommand, type SandboxWay } from "~/worker/media/sandbox-command";

/** The fence that media programs run behind on this machine, and what the operator should be told about it. */
export interface MediaSandbox extends SandboxWay {
  readonly warning: string | null;
}

/** "auto" takes the best there is; "none" is for machines that allow no fence at all. */
export type SandboxSetting = "auto" | "none";

/** Read-only and the same for everybody: programs, libraries, and the links by which some libraries are found. */
const SYSTEM_PATHS = ["/usr", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache"];

const NONE_WARNING =
  "MEDIA_SANDBOX=none: ffmpeg reads uploaded files without a sandbox. A flaw in ffmpeg could reach this machine's files and network.";
const UNSHARE_WARNING =
  "bubblewrap does not work here, so ffmpeg runs without network but can see this machine's files. Install bubblewrap, or allow it user namespaces.";

/** The fences we know how to build, the best first. */
export async function listFences(): Promise<MediaSandbox[]> {
  return [await bubblewrap(), ...NAMESPACES];
}

/**
 * Decides once, by trying, which sandbox this machine allows: bubblewrap, else bare namespaces. Throws when neither works and the
 * setting is not "none", or when ffmpeg or ffprobe does not start inside.
 */
export async function chooseSandbox(
  setting: SandboxSetting,
  signal: AbortSignal,
  fences?: readonly MediaSandbox[],
): Promise<MediaSandbox> {
  const candidates = setting === "none" ? [NO_FENCE] : (fences ?? (await listFences()));
  for (const candidate of candidates) {
    if (!(await starts(candidate, ["true"], signal))) continue;
    for (const program of ["ffmpeg", "ffprobe"]) {
      if (await starts(candidate, [program, "-version"], signal)) continue;
      throw new Error(
        `${program} does not start inside the media sandbox (${candidate.kind}). Install ffmpeg with the system's package manager.`,
      );
    }
    return candidate;
  }
  throw new Error(
    "No media sandbox works here: neither bubblewrap nor unshare may make namespaces. Install bubblewrap and allow user namespaces, or set MEDIA_SANDBOX=none to run ffmpeg unfenced.",
  );
}

async function starts(way: SandboxWay, program: readonly string[], signal: AbortSignal): Promise<boolean> {
  const { argv, cwd } = buildSandboxedCommand(way, {}, probeLimits(), program);
  try {
    const end = await runProcess(argv, { cwd, signal });
    return end.status === 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

/** No /proc inside: ffmpeg needs none, and containers that mask theirs forbid mounting another. */
async function bubblewrap(): Promise<MediaSandbox> {
  const present = await Promise.all(SYSTEM_PATHS.map(async (path) => ((await exists(path)) ? [path] : [])));
  const prefix = [
    ...["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"],
    ...["--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin", "--setenv", "LC_ALL", "C"],
    ...present.flat().flatMap((path) => ["--ro-bind", path, path]),
    ...["--symlink", "usr/bin", "/bin", "--dev", "/dev"],
  ];
  return { kind: "bwrap", prefix, countsOwnProcesses: true, warning: null };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const UNSHARE = ["unshare", "--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child"];

/** First with a user namespace, which anybody may make where they are allowed at all; then without, as root may. */
const NAMESPACES: readonly MediaSandbox[] = [
  {
    kind: "unshare",
    prefix: [...UNSHARE, "--map-current-user"],
    countsOwnProcesses: true,
    warning: UNSHARE_WARNING,
  },
  { kind: "unshare", prefix: UNSHARE, countsOwnProcesses: false, warning: UNSHARE_WARNING },
];

const NO_FENCE: MediaSandbox = { kind: "none", prefix: [], countsOwnProcesses: false, warning: NONE_WARNING };
