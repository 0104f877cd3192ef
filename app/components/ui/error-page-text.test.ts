import { describe, expect, test } from "vitest";
import { errorPageText } from "~/app/components/ui/error-page-text";

function thrown(status: number, data: unknown = null) {
  return { status, statusText: "", internal: false, data };
}

describe("the text of an error page", () => {
  test("is the same for what is not there and what is not for this person", () => {
    expect(errorPageText(thrown(404, "gone"))).toEqual(errorPageText(thrown(404, { secret: "clip" })));
  });

  test("says nothing of what an unexpected error says", () => {
    const shown = JSON.stringify(errorPageText(new Error("relation clip does not exist")));

    expect(shown).not.toContain("relation");
    expect(shown).toContain("something went wrong");
  });

  test("passes on the reference of a failure", () => {
    expect(errorPageText(thrown(500, { reference: "7F3K-29QD" })).reference).toBe("7F3K-29QD");
  });

  test("has no reference where none was given", () => {
    expect(errorPageText(thrown(500, { reference: 7 })).reference).toBeNull();
    expect(errorPageText(thrown(503)).heading).toBe("Sorry, something went wrong");
  });

  test("leads from a stale page to the newer version of it", () => {
    expect(errorPageText(thrown(409)).next).toEqual({ text: "Show the newer version", to: "same page" });
  });

  test("tells a closed area from a missing page", () => {
    expect(errorPageText(thrown(403)).heading).not.toBe(errorPageText(thrown(404)).heading);
  });

  test("does not blame itself for a request nobody could read", () => {
    expect(errorPageText(thrown(400)).heading).toBe("We could not read that request");
  });
});
