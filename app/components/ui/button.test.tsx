import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Button } from "~/app/components/ui/button";

const navigation = vi.hoisted(() => ({ current: {} as { state: string; formMethod?: string } }));
vi.mock("@remix-run/react", () => ({ Link: "a", useNavigation: () => navigation.current }));

function rendered(now: { state: string; formMethod?: string }): string {
  navigation.current = now;
  return renderToStaticMarkup(<Button busyText="Booking…">Book</Button>);
}

afterEach(() => {
  navigation.current = { state: "idle" };
});

describe("a button", () => {
  test("sends while nothing is on its way", () => {
    expect(rendered({ state: "idle" })).not.toContain("aria-disabled");
  });

  test.each(["submitting", "loading"])("rests while what was sent is %s", (state) => {
    const markup = rendered({ state, formMethod: "POST" });

    expect(markup).toContain('aria-disabled="true"');
    expect(markup).toContain("Booking…");
  });

  test.each([{ state: "loading" }, { state: "loading", formMethod: "GET" }])(
    "stays ready while a page is only read: %o",
    (now) => {
      expect(rendered(now)).not.toContain("aria-disabled");
    },
  );
});
