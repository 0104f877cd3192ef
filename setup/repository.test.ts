import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const KEPT_FILES = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
  .split("\0")
  .filter((name) => name !== "" && lstatSync(name, { throwIfNoEntry: false })?.isFile());

const FOOTAGE_NAMES = /[.](mp4|m4v|m4s|mov|mkv|avi|webm|mpe?g|mts|m2ts|3gp|wmv|jpe?g|heic)$/i;
// A folder of somebody's own: where homes lie on Linux, on a Mac and in containers, followed by a name.
const OWN_FOLDER = /(?<![\w.~-])\/(?:home|Users|root|workspaces?|work)\/[A-Za-z][\w.-]*/;

describe("the lockfile", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };

  test("names no host that packages come from, so that every machine asks its own registry", () => {
    const resolved = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined);

    expect(resolved.map(([name]) => name)).toEqual([]);
  });

  test("holds every package that some machine may need, because npm refuses to install by a lockfile with gaps", () => {
    const gaps = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(place, name)),
    );

    expect(gaps).toEqual([]);
  });

  function isLocked(place: string, name: string): boolean {
    const folder = place === "" ? "" : `${place}/`;
    if (`${folder}node_modules/${name}` in packages) return true;
    return place !== "" && isLocked(place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/"))), name);
  }
});

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test("the tests run on the pinned Node 24", () => {
  expect(process.version).toMatch(/^v24[.]/);
});

describe("what is kept in the repository", () => {
  test("says nothing of the machine it was written on", () => {
    const telling = KEPT_FILES.filter((name) => !isBinary(name)).filter((name) =>
      OWN_FOLDER.test(readFileSync(name, "utf8")),
    );

    expect(telling).toEqual([]);
  });

  test("holds no film and no photograph under any name, because clips are generated and never real", () => {
    const films = KEPT_FILES.filter((name) => FOOTAGE_NAMES.test(name) || looksLikeFootage(head(name)));

    expect(films).toEqual([]);
  });
});

function head(name: string): Buffer {
  return readFileSync(name).subarray(0, 4096);
}

function isBinary(name: string): boolean {
  return head(name).includes(0);
}

const BOXES = ["ftyp", "moov", "mdat", "wide"];
const SIGNATURES = [Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from([0xff, 0xd8, 0xff])];

/** MP4 and QuickTime, Matroska, JPEG, AVI and MPEG transport stream, by their first bytes. */
function looksLikeFootage(bytes: Buffer): boolean {
  return (
    BOXES.includes(bytes.toString("latin1", 4, 8)) ||
    SIGNATURES.some((signature) => bytes.subarray(0, signature.length).equals(signature)) ||
    (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 11) === "AVI") ||
    [0, 188, 376].every((place) => bytes[place] === 0x47)
  );
}
