import { describe, expect, test } from "vitest";
import { createLog, describeError, type LogFields } from "~/app/http/log.server";

function aLog() {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date("2026-11-20T10:00:00Z"),
  );
  return { lines, log };
}

describe("the log", () => {
  test("writes one JSON object per line with the fields it knows", () => {
    const { lines, log } = aLog();

    log("info", "request", { requestId: "r-1", route: "pages", method: "GET", status: 200, ms: 12 });

    expect(lines).toEqual([
      '{"at":"2026-11-20T10:00:00.000Z","level":"info","event":"request","requestId":"r-1","route":"pages","method":"GET","status":200,"ms":12}\n',
    ]);
  });

  test("drops every field that is not on its list (T64)", () => {
    const { lines, log } = aLog();
    const careless = {
      status: 500,
      email: "canary@example.com",
      cookie: "canary",
      body: { passphrase: "canary" },
    };

    log("error", "request", careless as LogFields);

    expect(lines.join("")).not.toContain("canary");
    expect(lines.join("")).toContain('"status":500');
  });
});

describe("an error in the log", () => {
  test("keeps its name, its code and where it was thrown, but not its message", () => {
    const error = Object.assign(new TypeError("canary in a message"), { code: "23505" });

    const described = describeError(error);

    expect(described.errorName).toBe("TypeError");
    expect(described.errorCode).toBe("23505");
    expect(described.stack?.[0]).toContain("log.server.test.ts");
    expect(JSON.stringify(described)).not.toContain("canary");
  });

  test("does not let a message pass itself off as a line of the stack", () => {
    const error = new Error("first line\n    at canary (file:///canary.ts:1:1)\n    at /canary:1:1");

    expect(JSON.stringify(describeError(error))).not.toContain("canary");
  });

  test("says only the type of what is no error at all", () => {
    expect(describeError("canary")).toEqual({ errorName: "string" });
  });
});
