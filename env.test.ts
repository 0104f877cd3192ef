import { describe, expect, test } from "vitest";
import { parseEnvironment } from "~/env";

const KEY = Buffer.alloc(32, 7).toString("base64");

const COMPLETE = {
  DATABASE_URL: "postgres://owner@localhost:5432/sightline",
  DATABASE_ROLE_SECRET: "a role secret of more than thirty-two characters",
  S3_BUCKET: "footage",
  AWS_REGION: "eu-west-2",
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "example-secret",
  FOOTAGE_MASTER_KEY: KEY,
};

describe("the environment of the website", () => {
  test("is complete with the seven names that have no default", () => {
    const settings = parseEnvironment("web", COMPLETE);

    expect(settings.PORT).toBe(3000);
    expect(settings.PUBLIC_URL.href).toBe("http://localhost:3000/");
    expect(settings.FOOTAGE_MASTER_KEY.key).toHaveLength(32);
    expect(settings.S3_FORCE_PATH_STYLE).toBe(false);
    expect(settings.TRUSTED_PROXY).toBeUndefined();
  });

  test("names every missing variable in one go, each with its remedy", () => {
    const attempt = () => parseEnvironment("web", { PORT: "4000" });

    for (const name of Object.keys(COMPLETE)) expect(attempt).toThrow(`${name} is missing: expected `);
  });

  test("never repeats a wrong value, which may be a secret", () => {
    const attempt = () => parseEnvironment("web", { ...COMPLETE, DATABASE_ROLE_SECRET: "too-short-secret" });

    expect(attempt).toThrow("DATABASE_ROLE_SECRET is wrong");
    expect(attempt).not.toThrow("too-short-secret");
  });

  test.each([
    ["http://portal.example", "plain http for a public host"],
    ["https://portal.example/path", "a path"],
    ["ftp://localhost", "another protocol"],
    ["portal.example", "no protocol"],
    ["https://user:secret@portal.example", "credentials"],
  ])("PUBLIC_URL refuses %s for having %s", (PUBLIC_URL) => {
    expect(() => parseEnvironment("web", { ...COMPLETE, PUBLIC_URL })).toThrow("PUBLIC_URL is wrong");
  });

  test.each([
    "https://portal.example",
    "http://localhost:8080",
    "http://127.0.0.1:3000/",
    "http://[::1]:3000",
  ])("PUBLIC_URL may be %s", (PUBLIC_URL) => {
    expect(parseEnvironment("web", { ...COMPLETE, PUBLIC_URL }).PUBLIC_URL.origin).toBe(
      PUBLIC_URL.replace(/\/$/, ""),
    );
  });

  test("PUBLIC_URL follows the port when it is not named", () => {
    expect(parseEnvironment("web", { ...COMPLETE, PORT: "4100" }).PUBLIC_URL.port).toBe("4100");
  });

  test.each(["0", "65536", "80x", "-1"])("PORT refuses %s", (PORT) => {
    expect(() => parseEnvironment("web", { ...COMPLETE, PORT })).toThrow("PORT is wrong");
  });

  test("a master key of another length than 32 bytes is refused", () => {
    const FOOTAGE_MASTER_KEY = Buffer.alloc(16).toString("base64");

    expect(() => parseEnvironment("web", { ...COMPLETE, FOOTAGE_MASTER_KEY })).toThrow(
      "FOOTAGE_MASTER_KEY is wrong",
    );
  });

  test("an empty variable counts as absent", () => {
    const settings = parseEnvironment("web", { ...COMPLETE, S3_ENDPOINT: "", TRUSTED_PROXY: "", PORT: "" });

    expect(settings.S3_ENDPOINT).toBeUndefined();
    expect(settings.PORT).toBe(3000);
  });

  test("a range of proxies is not an exact address", () => {
    expect(() => parseEnvironment("web", { ...COMPLETE, TRUSTED_PROXY: "10.0.0.0/8" })).toThrow(
      "TRUSTED_PROXY is wrong",
    );
  });
});

describe("the environment of the worker", () => {
  test("walls the media programs in unless told otherwise", () => {
    expect(parseEnvironment("worker", COMPLETE).MEDIA_SANDBOX).toBe("auto");
    expect(parseEnvironment("worker", { ...COMPLETE, MEDIA_SANDBOX: "none" }).MEDIA_SANDBOX).toBe("none");
  });

  test("gives the same master key the same name as the website does", () => {
    expect(parseEnvironment("worker", COMPLETE).FOOTAGE_MASTER_KEY.id).toBe(
      parseEnvironment("web", COMPLETE).FOOTAGE_MASTER_KEY.id,
    );
  });

  test("refuses to run no job at all", () => {
    expect(() => parseEnvironment("worker", { ...COMPLETE, WORKER_CONCURRENCY: "0" })).toThrow(
      "WORKER_CONCURRENCY is wrong",
    );
  });
});

test("a command that needs only the database asks for nothing else", () => {
  const { DATABASE_URL, DATABASE_ROLE_SECRET } = COMPLETE;

  expect(parseEnvironment("database", { DATABASE_URL, DATABASE_ROLE_SECRET }).DATABASE_URL).toBe(
    DATABASE_URL,
  );
});
