import { describe, expect, test } from "vitest";
import { BadRequest, createReference, toReply, toThrown } from "~/app/http/error-response.server";
import { NotFound, NotPermitted, Stale } from "~/domain/errors";

const report = () => "REFE-RENC";

describe("an error on its way out", () => {
  test("is the same 404, byte for byte, whether a thing is missing or forbidden (T03)", () => {
    const missing = toThrown(toReply(new NotFound("clip"), true, report));
    const forbidden = toThrown(toReply(new NotPermitted("footage:view"), true, report));

    expect(forbidden).toEqual(missing);
    expect(missing).toMatchObject({ data: null, init: { status: 404 } });
  });

  test.each([
    [new NotPermitted("report:view"), 403],
    [new Stale("agenda"), 409],
    [new BadRequest("body"), 400],
    [new NotFound("page"), 404],
  ])("that a person can understand has a status and no reference: %s", (error, status) => {
    expect(toReply(error, false, report)).toEqual({ status, reference: null });
  });

  test("that is a fault of ours gives away a reference and nothing else", () => {
    const reply = toReply(new Error("canary: select * from account"), true, report);

    expect(reply).toEqual({ status: 500, reference: "REFE-RENC" });
    expect(JSON.stringify(toThrown(reply))).not.toContain("canary");
  });

  test("is known by its name when it comes from the other module graph", () => {
    const fromElsewhere = Object.assign(new Error("clip"), { name: "NotFound" });

    expect(toReply(fromElsewhere, true, report).status).toBe(404);
  });
});

test("references can be read out and do not repeat", () => {
  const references = Array.from({ length: 500 }, createReference);

  expect(new Set(references).size).toBe(500);
  for (const reference of references) expect(reference).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
});
